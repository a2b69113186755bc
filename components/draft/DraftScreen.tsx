import { Tabs, VisuallyHidden } from '@mantine/core';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useStore } from 'zustand';
import { chordLabel } from '../../lib/settings/chord';
import type { Remark } from '../../lib/style/contract';
import { silentIn } from '../../lib/style/registers';
import { useApp } from '../app/app-context';
import shared from '../text/text.module.css';
import { AdvicePane } from './AdvicePane';
import { DraftHead } from './DraftHead';
import type { Judged } from './desk';
import classes from './draft.module.css';
import { Editor, type EditorHandle } from './Editor';
import { Facts } from './Facts';
import { OwnPane } from './OwnPane';
import { type Place, placesOf, remarksOf, type WalkStep } from './press-release';
import type { StoredDraft, Walk } from './stored';
import { useOwnList, useRemarkDeeds, useWayBack } from './use-deeds';
import { useKeptDraft, useLeftDraft } from './use-draft';
import { useDraftDesk } from './use-draft-desk';
import { useDraftKeys } from './use-keys';
import { WalkPane } from './WalkPane';

const TABS = ['advice', 'walk', 'own'] as const;
type Tab = (typeof TABS)[number];

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

/** What a step of the walk speaks of in the text; nothing without a step. */
function useStepPlaces(step: WalkStep | null, { text, remarks }: Judged) {
  const places = useMemo(() => (step ? placesOf(step, text) : []), [step, text]);
  const own = useMemo(() => (step ? remarksOf(step, remarks) : []), [step, remarks]);
  /** All of them to be marked; null for the remarks as usual. */
  const marked = useMemo(
    () =>
      step && [...places, ...own.map(({ start, end }): Place => ({ kind: 'nouns', start, end }))],
    [step, places, own],
  );
  return { places, remarks: own, marked };
}

function Drafting({ left }: { left: StoredDraft }) {
  const { messages, settings } = useApp();
  const words = messages.drafting;
  const [tab, setTab] = useTab();
  const { draft, saved, latest, store } = useKeptDraft(left);
  const { register, walk, isEmpty } = draft;
  const silent = useMemo(
    () => silentIn(register, settings.ignoredStyleRules),
    [register, settings.ignoredStyleRules],
  );
  const own = useOwnList();
  const desk = useDraftDesk(silent, own.list);
  const [place, setPlace] = useState<Place | null>(null);
  const [said, setSaid] = useState('');
  const editor = useRef<EditorHandle>(null);
  // The list follows when there is time; typing never waits for it.
  const judged = useDeferredValue(useStore(desk.judged));
  const offerBack = useWayBack();
  const actions = useRemarkDeeds({ desk, editor, own, say: setSaid });
  const sayRemark = ({ rule, start, end, why }: Remark) => {
    const { remarks, text } = desk.judged.getState();
    const place = remarks.findIndex((one) => one.rule === rule && one.start === start);
    setSaid(messages.draft.spoken(place + 1, remarks.length, text.slice(start, end), why));
  };
  const onKey = useDraftKeys({ desk, editor, onNext: sayRemark, onAccept: actions.accept });

  const step = tab === 'walk' && walk && !walk.finished ? walk.step : null;
  const { places, remarks, marked } = useStepPlaces(step, judged);
  // While a step is walked its own places are marked, and keys for remarks would hit what is not seen.
  const onKeyDown = step ? undefined : onKey;
  const walkOn = (next: Walk | null) => {
    setPlace(null);
    store({ walk: next });
  };
  const clear = () => {
    const before = latest();
    editor.current?.fill('');
    walkOn(null);
    offerBack(words.cleared, () => {
      editor.current?.fill(before.text);
      walkOn(before.walk);
    });
  };

  return (
    <div className={classes.screen}>
      <DraftHead
        isEmpty={isEmpty}
        saved={saved}
        register={register}
        textOf={() => desk.text}
        onRegister={(next) => store({ register: next })}
        onClear={clear}
      />
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
          }}
        />
        <p id="draft-keys" className={classes.keys}>
          {!step && <KeysOfRemarks />}
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
                <span className={shared.count}>{judged.remarks.length}</span>
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
            remarks={remarks}
            currentPlace={place}
            textOf={() => desk.text}
            onWalk={walkOn}
            onPlace={(chosen) => {
              setPlace(chosen);
              editor.current?.select(chosen.start, chosen.end);
            }}
            onRemark={(remark) => editor.current?.select(remark.start, remark.end)}
            onAccept={actions.accept}
            onAdvice={() => setTab('advice')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="own" className={classes.pane ?? ''}>
          <OwnPane
            list={own.list}
            judged={judged}
            save={own.save}
            onRemove={(line) => void own.remove(line)}
          />
        </Tabs.Panel>
      </Tabs>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  );
}

/** Which keys go through the remarks. */
function KeysOfRemarks() {
  const { messages, settings, locale } = useApp();
  const { nextRemark, acceptRemark, ignoreRemark } = settings.keys;
  const label = (chord: string) => chordLabel(chord, locale).join('+');
  return messages.drafting.editor.keys(label(nextRemark), label(acceptRemark), label(ignoreRemark));
}
