import { Button, Group, SegmentedControl, Tabs, Title, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useStore } from 'zustand';
import { actionOf, chordLabel } from '../../lib/settings/chord';
import type { Remark } from '../../lib/style/contract';
import { type OwnReplacement, ownRule } from '../../lib/style/own';
import { REGISTERS, silentIn } from '../../lib/style/registers';
import { useApp } from '../app/app-context';
import { offerWayBack } from '../record/way-back';
import { type AdviceActions, AdvicePane } from './AdvicePane';
import { Desk } from './desk';
import classes from './draft.module.css';
import { Editor, type EditorHandle } from './Editor';
import { Facts } from './Facts';
import { OwnPane } from './OwnPane';
import { type Place, placesOf, remarksOf } from './press-release';
import { SAMPLE } from './sample';
import type { StoredDraft, Walk } from './stored';
import { useKeeper, useLeftDraft, useOwnReplacements } from './use-draft';
import { WalkPane } from './WalkPane';

const TABS = ['advice', 'walk', 'own'] as const;
type Tab = (typeof TABS)[number];

/** How long «Скопировано» stays, milliseconds. */
const COPIED_MS = 2_500;

/** A draft: written on the left, worked on at the right. */
export function DraftScreen() {
  const left = useLeftDraft();
  return left && <Drafting left={left} />;
}

/** Which part of the work is shown; it stands in the address. */
function useTab(): [Tab, (tab: string | null) => void] {
  const asked = new URLSearchParams(useSearch()).get('tab');
  const [, navigate] = useLocation();
  const tab = TABS.find((name) => name === asked) ?? 'advice';
  return [
    tab,
    (next) => navigate(next === 'advice' ? '/draft' : `/draft?tab=${next}`, { replace: true }),
  ];
}

function Drafting({ left }: { left: StoredDraft }) {
  const { messages, settings, locale, change } = useApp();
  const words = messages.drafting;
  const [tab, setTab] = useTab();
  const [desk] = useState(() => new Desk());
  const [keep, saved] = useKeeper();
  const [own, storeOwn] = useOwnReplacements();
  const [walk, setWalk] = useState(left.walk);
  const [place, setPlace] = useState<Place | null>(null);
  const [said, setSaid] = useState('');
  const [isEmpty, setIsEmpty] = useState(left.text.trim() === '');
  const editor = useRef<EditorHandle>(null);
  const judgedNow = useStore(desk.judged);
  // The list follows when there is time; typing never waits for it.
  const judged = useDeferredValue(judgedNow);

  useEffect(() => () => desk.rest(), [desk]);
  const [register, setRegister] = useState(left.register);
  const silent = useMemo(
    () => silentIn(register, settings.ignoredStyleRules),
    [register, settings.ignoredStyleRules],
  );
  useEffect(() => desk.ignore(silent), [desk, silent]);
  useEffect(() => desk.adopt(own), [desk, own]);

  const latest = useRef<StoredDraft>(left);
  const store = (part: Partial<StoredDraft>) => {
    latest.current = { ...latest.current, ...part };
    keep(latest.current);
  };
  const walkOn = (next: Walk | null) => {
    setWalk(next);
    setPlace(null);
    store({ walk: next });
  };

  const step = tab === 'walk' && walk && !walk.finished ? walk.step : null;
  const places = useMemo(() => (step ? placesOf(step, judged.text) : []), [step, judged.text]);
  const stepRemarks = useMemo(
    () => (step ? remarksOf(step, judged.remarks) : []),
    [step, judged.remarks],
  );
  const marked = useMemo(
    () =>
      step && [
        ...places,
        ...stepRemarks.map(({ start, end }): Place => ({ kind: 'nouns', start, end })),
      ],
    [step, places, stepRemarks],
  );

  const saveOwn = async (list: readonly OwnReplacement[]) => {
    if (await storeOwn(list)) return true;
    notifications.show({ color: 'red', message: words.own.failed, autoClose: false });
    return false;
  };
  const offerBack = (done: string, onBack: () => void) =>
    offerWayBack({ done, name: words.bringBack, onBack }, messages.common.close);
  const removeOwn = async (line: OwnReplacement) => {
    if (await saveOwn(own.filter(({ was }) => was !== line.was)))
      offerBack(words.own.removed(line.was), () => void saveOwn(own));
  };
  const never = async (remark: Remark) => {
    const line =
      remark.category === 'own' ? own.find(({ was }) => ownRule(was) === remark.rule) : undefined;
    if (line) return removeOwn(line);
    const rules = settings.ignoredStyleRules;
    const phrase = desk.text.slice(remark.start, remark.end).trim();
    if (await change({ ignoredStyleRules: [...rules, remark.rule] }))
      offerBack(words.advice.never(phrase), () => void change({ ignoredStyleRules: rules }));
  };
  const accept = (remark: Remark, replacement: string) => {
    if (!desk.accept(remark, replacement)) setSaid(messages.draft.stale);
    else
      setSaid(
        replacement.trim() === ''
          ? messages.draft.leftOut
          : messages.draft.replaced(replacement.trim()),
      );
  };
  const acceptAll = (remarks: readonly Remark[]) =>
    setSaid(words.advice.accepted(desk.acceptAll(remarks)));
  const sayRemark = (remark: Remark) => {
    const { remarks, text } = desk.judged.getState();
    const index = remarks.findIndex(
      ({ rule, start }) => rule === remark.rule && start === remark.start,
    );
    setSaid(
      messages.draft.spoken(
        index + 1,
        remarks.length,
        text.slice(remark.start, remark.end),
        remark.why,
      ),
    );
  };

  const doing = useRef({ accept, acceptAll, never });
  doing.current = { accept, acceptAll, never };
  const actions = useMemo(
    (): AdviceActions => ({
      choose: (remark) => {
        if (desk.choose(remark)) editor.current?.select(remark.start, remark.end);
      },
      accept: (remark, replacement) => doing.current.accept(remark, replacement),
      acceptAll: (remarks) => doing.current.acceptAll(remarks),
      dismiss: (remark) => desk.dismiss(remark),
      never: (remark) => void doing.current.never(remark),
      sample: () => editor.current?.fill(SAMPLE),
    }),
    [desk],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (step) return;
    const isUndo = event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (isUndo && event.target instanceof HTMLButtonElement) {
      event.preventDefault();
      editor.current?.undo();
      return;
    }
    const action = actionOf(settings.keys, event);
    const caret = editor.current?.caret() ?? 0;
    if (action === 'nextRemark') {
      const remark = desk.next(caret);
      if (remark && desk.choose(remark)) sayRemark(remark);
    } else if (action === 'acceptRemark') {
      const remark = desk.nearest(caret);
      const [best] = remark?.replacements ?? [];
      if (remark && best !== undefined) accept(remark, best);
    } else if (action === 'ignoreRemark') {
      const remark = desk.nearest(caret);
      if (remark) desk.dismiss(remark);
    } else return;
    event.preventDefault();
  };

  const clear = () => {
    const before = latest.current;
    editor.current?.fill('');
    walkOn(null);
    offerBack(words.cleared, () => {
      editor.current?.fill(before.text);
      walkOn(before.walk);
    });
  };

  const label = (chord: string) => chordLabel(chord, locale).join('+');
  return (
    <div className={classes.screen}>
      <header className={classes.top}>
        <Title order={1}>{words.title}</Title>
        <span
          role={saved === false ? 'alert' : 'status'}
          className={saved === false ? classes.failed : classes.saved}
        >
          {saved === false ? words.failed : saved && !isEmpty && words.saved}
        </span>
        <SegmentedControl
          size="xs"
          aria-label={words.register.label}
          data={REGISTERS.map((value) => ({ value, label: words.register[value] }))}
          value={register}
          onChange={(value) => {
            const next = REGISTERS.find((one) => one === value) ?? 'post';
            setRegister(next);
            store({ register: next });
          }}
        />
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" size="sm" disabled={isEmpty} onClick={clear}>
            {words.clear}
          </Button>
          <CopyButton disabled={isEmpty} textOf={() => desk.text} />
        </Group>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside */}
      <div className={classes.left} onKeyDown={onKeyDown}>
        <Editor
          handle={editor}
          desk={desk}
          text={left.text}
          places={marked}
          currentPlace={place}
          placesText={judged.text}
          onText={(text) => {
            store({ text });
            setPlace(null);
            setIsEmpty(text.trim() === '');
          }}
        />
        <p id="draft-keys" className={classes.keys}>
          {!step &&
            words.editor.keys(
              label(settings.keys.nextRemark),
              label(settings.keys.acceptRemark),
              label(settings.keys.ignoreRemark),
            )}
        </p>
        <Facts judged={judged} silent={silent} />
      </div>
      <Tabs
        value={tab}
        onChange={setTab}
        className={classes.right ?? ''}
        keepMounted={false}
        activateTabWithKeyboard
      >
        <Tabs.List aria-label={words.sections}>
          {TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {words.tabs[name]}
              {name === 'advice' && judged.remarks.length > 0 && (
                <span className={classes.count}>{judged.remarks.length}</span>
              )}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="advice" className={classes.pane ?? ''} onKeyDown={onKeyDown}>
          <AdvicePane judged={judged} actions={actions} />
        </Tabs.Panel>
        <Tabs.Panel value="walk" className={classes.pane ?? ''}>
          <WalkPane
            walk={walk}
            judged={judged}
            places={places}
            remarks={stepRemarks}
            currentPlace={place}
            textOf={() => desk.text}
            onWalk={walkOn}
            onPlace={(chosen) => {
              setPlace(chosen);
              editor.current?.select(chosen.start, chosen.end);
            }}
            onRemark={(remark) => editor.current?.select(remark.start, remark.end)}
            onAccept={accept}
            onAdvice={() => setTab('advice')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="own" className={classes.pane ?? ''}>
          <OwnPane
            list={own}
            judged={judged}
            save={saveOwn}
            onRemove={(line) => void removeOwn(line)}
          />
        </Tabs.Panel>
      </Tabs>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  );
}

interface CopyProps {
  disabled: boolean;
  /** The text at the moment of the click. */
  textOf(): string;
}

function CopyButton({ disabled, textOf }: CopyProps) {
  const { messages } = useApp();
  const words = messages.drafting;
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(textOf());
    } catch {
      notifications.show({ color: 'red', message: words.copyFailed, autoClose: false });
      return;
    }
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), COPIED_MS);
  };
  return (
    <>
      <Button
        size="sm"
        disabled={disabled}
        leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        onClick={() => void copy()}
      >
        {copied ? words.copied : words.copy}
      </Button>
      <VisuallyHidden role="status">{copied ? words.copied : ''}</VisuallyHidden>
    </>
  );
}
