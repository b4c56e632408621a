import type { Connector } from '../connector.ts';
import { meetingReport } from './meeting-report/meeting-report.ts';
import { native } from './native/native.ts';
import { oulad } from './oulad/oulad.ts';
import { xapi } from './xapi/xapi.ts';

/** Every connector Kith has, by id. CLI, docs page, detection and fixture test follow from this list. */
export const connectors = [meetingReport, native, oulad, xapi] as const satisfies readonly Connector[];

export type ConnectorId = (typeof connectors)[number]['id'];

export function connectorById(id: string): Connector | undefined {
  return (connectors as readonly Connector[]).find((connector) => connector.id === id);
}
