import * as z from 'zod/mini';
import { NETWORK_IDS } from '../networks/hosts';
import { onMessage, type ProtocolMap } from './protocol';
import { proved, provedOwnPage, type Sender } from './sender';
import { tabStateSchema } from './tab-state';
import { visitSchema } from './visit';

const accountName = z.string().check(z.maxLength(200));
/** A message that says all by its name. */
const nothing = z.undefined();

type Name = keyof ProtocolMap;
/** What a receiver is given. A record stays raw: the intake parses it, as it does those of the outbox. */
type Heard<N extends Name> = N extends 'append' ? unknown : Parameters<ProtocolMap[N]>[0];
type Answer<N extends Name> = ReturnType<ProtocolMap[N]>;

/** What a message may carry and whose it may be. */
interface Door<N extends Name> {
  readonly schema: z.ZodMiniType<Heard<N>>;
  /** Throws unless the sender may say it. */
  readonly prove: (sender: Sender) => void;
}

/** One a message: a name without its door does not compile. */
export const DOORS: { readonly [N in Name]: Door<N> } = {
  // What can never be stored is answered with its reason, not refused: see `RegistryIntake.take`.
  append: { schema: z.unknown(), prove: proved },
  standing: {
    schema: z.object({
      network: z.enum(NETWORK_IDS),
      authorUrls: z.array(z.string().check(z.maxLength(4_000))).check(z.maxLength(500)),
    }),
    prove: proved,
  },
  visited: { schema: visitSchema, prove: proved },
  ours: {
    schema: z.object({
      network: z.enum(NETWORK_IDS),
      accounts: z
        .array(z.object({ owner: accountName, key: z.nullable(accountName) }))
        .check(z.maxLength(10)),
    }),
    prove: proved,
  },
  except: { schema: z.string(), prove: proved },
  bringDraftEngine: { schema: nothing, prove: proved },
  tabState: { schema: tabStateSchema, prove: proved },
  openPanel: { schema: nothing, prove: proved },
  openDashboard: {
    schema: z.object({ hash: z.string().check(z.maxLength(10_000)) }),
    prove: provedOwnPage,
  },
  erasePerson: { schema: z.string().check(z.maxLength(4_100)), prove: provedOwnPage },
  dueChanged: { schema: nothing, prove: provedOwnPage },
  healthReport: { schema: nothing, prove: provedOwnPage },
};

/**
 * Hears a message: the sender is proved and what it says is parsed before `answer` is called, both in the
 * first turn, in which alone a gesture of the operator is good. The only way to hear one
 * (tests/tree/messages.test.ts). Returns what stops it.
 */
export function receive<N extends Name>(
  name: N,
  answer: (said: Heard<N>, sender: Sender) => Answer<N> | Promise<Answer<N>>,
): () => void {
  const door: Door<N> = DOORS[name];
  return onMessage(name, (({ data, sender }: { data: unknown; sender: Sender }) => {
    door.prove(sender);
    return answer(door.schema.parse(data), sender);
  }) as Parameters<typeof onMessage<N>>[1]);
}
