import { expect, test } from 'vitest';
import { alertStates, isShared, mayMove, needsReason } from '@kith/api/care/alert-states.ts';

test('nobody moves to where an alert already is, nor past the end', () => {
  for (const state of alertStates) {
    expect(mayMove(state, state), state).toBe(false);
    expect(mayMove('closed', state)).toBe(false);
    expect(mayMove('dismissed', state)).toBe(false);
    expect(mayMove(state, 'open'), `${state}: only undo opens again`).toBe(false);
  }
});

test('what was put off can still be acted on, and what was acted on can be closed', () => {
  expect(mayMove('snoozed', 'acted')).toBe(true);
  expect(mayMove('acted', 'closed')).toBe(true);
  expect(mayMove('acted', 'snoozed')).toBe(false);
});

test('all see what was done; what one put off is their own', () => {
  expect(alertStates.filter(isShared)).toEqual(['open', 'acted', 'closed']);
  expect(alertStates.filter(needsReason)).toEqual(['closed', 'dismissed']);
});
