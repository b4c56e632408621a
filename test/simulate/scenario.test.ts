import { describe, expect, test } from 'vitest';
import { archetypes, heldOut } from '@kith/etl/simulate/archetypes.ts';
import { plants } from '@kith/etl/simulate/plants.ts';
import { BadScenario, parseScenario, readScenario, shippedScenarios } from '@kith/etl/simulate/read-scenario.ts';

const fault = (text: string): BadScenario => {
  try {
    parseScenario(text, 'mine.yaml');
  } catch (error) {
    return error as BadScenario;
  }
  throw new Error('It was taken.');
};

describe('a scenario file', () => {
  test.each(shippedScenarios)('%s comes with Kith and can be read', async (name) => {
    expect((await readScenario(name)).courses).toBeGreaterThan(0);
  });

  test('that says nothing is a university of healthy courses', () => {
    expect(parseScenario('', 'empty.yaml')).toMatchObject({ courses: 12, weeks: 12, plants: [{ id: 'healthy' }] });
  });

  test('changes one number of a plant and of an archetype, and nothing else', () => {
    const { plants: own, archetypes: changes } = parseScenario(
      'plants: [{ id: hushed, like: quiet, opens: 0.5 }]\narchetypes: { core: { share: 0.2 } }',
      'mine.yaml',
    );
    expect(own).toEqual([{ ...plants.find(({ id }) => id === 'quiet')!, id: 'hushed', opens: 0.5 }]);
    expect(changes).toEqual({ core: { share: 0.2 } });
  });

  test.each([
    ['courses: 3\nweeks: none', /^mine\.yaml, line 2: weeks: /],
    ['plants:\n  - healthy\n  - sleepy', /line 3: plants\.1: There is no plant "sleepy". There are: healthy, ordinary/],
    ['plants:\n  - { id: own, opens: 4 }', /line 2: plants\.0\.opens: /],
    ['learners: 30', /the file: .*learners/],
    ['students: 40\nclassSize: 20', /line 1: students: says both/],
    ['regions: [{ id: moon, timezone: Moon/Base }]', /regions\.0\.timezone: is not an IANA time zone/],
    ['archetypes: { hermit: { share: 1 } }', /line 1: archetypes/],
    ['courses: [', /not YAML/],
  ])('%j is refused with the line and the place', (text, message) => {
    const error = fault(text);
    expect(error).toBeInstanceOf(BadScenario);
    expect(error.message).toMatch(message);
    expect(error.hint).toContain('docs/simulator.md');
  });

  test('that is not there: the error names those that are', async () => {
    const error = await readScenario('nowhere').catch((thrown: unknown) => thrown as BadScenario);
    expect((error as BadScenario).hint).toContain('planted-truth');
  });
});

test('one archetype was held out of every default, and no usual course has it', () => {
  expect(archetypes.find(({ id }) => id === heldOut)).toMatchObject({ share: 0, truth: 'isolated' });
});
