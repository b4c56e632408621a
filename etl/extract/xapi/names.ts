import { z } from 'zod';
import { noticed } from '../../formats/news.ts';

const account = noticed({}, 'homePage name').optional();
const agentNames = 'objectType name mbox mbox_sha1sum openid';
const Agent = noticed({ account }, agentNames);
const Actor = noticed({ account, member: z.array(Agent).optional() }, agentNames);

const definition = noticed(
  {},
  `name description type moreInfo extensions interactionType correctResponsesPattern choices scale source target steps`,
).optional();
const Activity = noticed({ definition }, 'objectType id');
const activities = z.array(Activity).optional();

/** An object may be an activity, somebody, or a statement; a plan (SubStatement) is looked at no further. */
const Thing = noticed({ definition, account }, `id member actor verb object result context timestamp ${agentNames}`);

/** Every name that statements of 1.0.3 and 2.0 have outside extensions. What is not read is here too, so that news are seen. */
export const StatementNames = noticed(
  {
    actor: Actor,
    verb: noticed({}, 'id display'),
    object: Thing,
    result: noticed(
      { score: noticed({}, 'scaled raw min max').optional() },
      'success completion response duration extensions',
    ),
    context: noticed(
      {
        instructor: Actor,
        team: Actor,
        contextActivities: noticed({
          parent: activities,
          grouping: activities,
          category: activities,
          other: activities,
        }),
      },
      'registration revision platform language statement extensions contextAgents contextGroups',
    ),
  },
  'id timestamp stored authority version attachments objectType written',
);

/** A saved answer of a store around its statements. */
export const Answer = noticed({ statements: z.array(z.unknown()) }, 'more person');
