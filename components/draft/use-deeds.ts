import { type RefObject, useMemo, useRef } from 'react';
import type { Remark } from '../../lib/style/contract';
import { type OwnReplacement, ownRule } from '../../lib/style/own';
import { useApp } from '../app/app-context';
import { useTell } from '../app/use-tell';
import { offerWayBack } from '../record/way-back';
import type { AdviceActions } from './AdvicePane';
import type { Desk } from './desk';
import type { EditorHandle } from './Editor';
import { SAMPLE } from './sample';
import { useOwnReplacements } from './use-draft';

/** The body's own replacements and what can be done with them. */
export interface OwnList {
  list: readonly OwnReplacement[];
  /** Stores another list; false when it could not be stored, which is told. */
  save(list: readonly OwnReplacement[]): Promise<boolean>;
  /** Takes one out and offers the way back. */
  remove(line: OwnReplacement): Promise<void>;
}

/** Offers to take back what was done. */
export function useWayBack(): (done: string, onBack: () => void) => void {
  const { common, drafting } = useApp().messages;
  return (done, onBack) => offerWayBack({ done, name: drafting.bringBack, onBack }, common.close);
}

/** The own replacements as they are stored, kept up to date. */
export function useOwnList(): OwnList {
  const words = useApp().messages.drafting.own;
  const [list, store] = useOwnReplacements();
  const offerBack = useWayBack();
  const tell = useTell();
  const save = async (next: readonly OwnReplacement[]) => {
    if (await store(next)) return true;
    tell.trouble(words.failed);
    return false;
  };
  const remove = async (line: OwnReplacement) => {
    if (await save(list.filter(({ was }) => was !== line.was)))
      offerBack(words.removed(line.was), () => void save(list));
  };
  return { list, save, remove };
}

/** Where remarks stand and where what became of them is said. */
interface RemarkPlaces {
  desk: Desk;
  editor: RefObject<EditorHandle | null>;
  own: OwnList;
  /** Says it to those who do not see the screen. */
  say(text: string): void;
}

/** What can be done about remarks; the same functions for the life of the screen. */
export function useRemarkDeeds({ desk, editor, own, say }: RemarkPlaces): AdviceActions {
  const { messages, settings, change } = useApp();
  const { draft, drafting } = messages;
  const offerBack = useWayBack();

  const accept = (remark: Remark, replacement: string) => {
    const put = replacement.trim();
    if (!desk.accept(remark, replacement)) say(draft.stale);
    else say(put === '' ? draft.leftOut : draft.replaced(put));
  };
  const acceptAll = (remarks: readonly Remark[]) =>
    say(drafting.advice.accepted(desk.acceptAll(remarks)));
  const never = async (remark: Remark) => {
    const line =
      remark.category === 'own'
        ? own.list.find(({ was }) => ownRule(was) === remark.rule)
        : undefined;
    if (line) return own.remove(line);
    const rules = settings.ignoredStyleRules;
    const phrase = desk.text.slice(remark.start, remark.end).trim();
    if (await change({ ignoredStyleRules: [...rules, remark.rule] }))
      offerBack(drafting.advice.never(phrase), () => void change({ ignoredStyleRules: rules }));
  };

  const latest = useRef({ accept, acceptAll, never });
  latest.current = { accept, acceptAll, never };
  return useMemo(
    (): AdviceActions => ({
      choose: (remark) => {
        if (desk.choose(remark)) editor.current?.select(remark.start, remark.end);
      },
      accept: (remark, replacement) => latest.current.accept(remark, replacement),
      acceptAll: (remarks) => latest.current.acceptAll(remarks),
      dismiss: (remark) => desk.dismiss(remark),
      never: (remark) => void latest.current.never(remark),
      sample: () => editor.current?.fill(SAMPLE),
    }),
    [desk, editor],
  );
}
