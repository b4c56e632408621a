import type { ExportTable } from '../export-table.ts';
import { alerts } from './alerts.ts';
import { learnerWeeks } from './learner-weeks.ts';
import { networkPeople, networkTies } from './network.ts';
import { outcomes } from './outcomes.ts';
import { sessions } from './sessions.ts';
import { ties } from './ties.ts';

export type Content = 'alerts' | 'learner_weeks' | 'network' | 'sessions' | 'ties';

/** What can be asked for, and the tables it is made of. A network is one GraphML file of nodes and edges. */
export const contents: Readonly<Record<Content, readonly ExportTable[]>> = {
  alerts: [alerts, outcomes],
  learner_weeks: [learnerWeeks],
  network: [networkPeople, networkTies],
  sessions: [sessions],
  ties: [ties],
};

export const exportTables: readonly ExportTable[] = Object.values(contents).flat();
