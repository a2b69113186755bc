import { Button, FileButton, Text } from '@mantine/core';
import { IconFileDownload, IconFileUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { safeFileName } from '../../lib/exchange/file-name';
import { readLessons, writeLessons } from '../../lib/exchange/lessons-file';
import { PARTS } from '../../lib/networks/comment-parts';
import { type Taught, taughtKey } from '../../lib/networks/taught';
import { addTaught, loadTaught, removeTaught, watchTaught } from '../../lib/settings/taught';
import { useApp } from '../app/app-context';
import { type StoredValue, useStored } from '../app/use-stored';
import { download } from '../files/download';
import { Moment } from '../time/Moment';
import classes from './health.module.css';
import { askAllReports, reportFile } from './report-file';

/** What was done last, with a way back where there is one. */
interface Told {
  text: string;
  isTrouble: boolean;
  undo?: Taught;
}

const LESSONS: StoredValue<readonly Taught[]> = {
  load: loadTaught,
  watch: watchTaught,
  otherwise: [],
};

/** What operators have shown Vakhta of changed markup: kept, forgotten, taken along; and a report. */
export function LessonSettings() {
  const { messages } = useApp();
  const words = messages.health.lessons;
  const [lessons] = useStored(LESSONS);
  const [told, setTold] = useState<Told | null>(null);
  const reset = useRef<() => void>(null);
  const say = (text: string) => setTold({ text, isTrouble: false });
  const complain = (text: string) => setTold({ text, isTrouble: true });

  const forget = (lesson: Taught) =>
    removeTaught(lesson).then(
      () => setTold({ text: words.removed(lesson.host), isTrouble: false, undo: lesson }),
      () => complain(words.failed),
    );
  const takeBack = (lesson: Taught) =>
    addTaught([lesson]).then(
      () => setTold(null),
      () => complain(words.failed),
    );
  const save = () => {
    const day = new Date().toISOString().slice(0, 10);
    const name = safeFileName(words.fileName, day, 'json');
    download(new File([writeLessons(lessons ?? [])], name, { type: 'application/json' }));
  };
  const take = async (file: File | null) => {
    reset.current?.();
    if (!file) return;
    const reading = readLessons(new Uint8Array(await file.arrayBuffer()));
    if (reading.state === 'trouble') return complain(words.trouble[reading.trouble]);
    if (reading.state === 'refused') return complain(words.refused(reading.lesson));
    try {
      await addTaught(reading.lessons);
      say(words.imported(reading.lessons.length));
    } catch {
      complain(words.failed);
    }
  };
  const report = async () => {
    const reports = await askAllReports();
    if (reports.length === 0) return complain(words.reportsNone);
    download(reportFile(reports, messages.health.reportFile('')));
    say(words.reportsSaved(reports.length));
  };

  return (
    <>
      {lessons?.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      )}
      {lessons && lessons.length > 0 && (
        <ul className={classes.lessons} aria-label={words.list}>
          {lessons.map((lesson) => (
            <Lesson key={taughtKey(lesson)} lesson={lesson} onForget={() => void forget(lesson)} />
          ))}
        </ul>
      )}
      <div className={classes.files}>
        <Button
          variant="default"
          disabled={!lessons || lessons.length === 0}
          leftSection={<IconFileDownload size={16} aria-hidden="true" />}
          onClick={save}
        >
          {words.export}
        </Button>
        <FileButton
          accept="application/json,.json"
          resetRef={reset}
          inputProps={{ 'aria-label': words.importLabel }}
          onChange={(file) => void take(file)}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconFileUpload size={16} aria-hidden="true" />}
            >
              {words.import}
            </Button>
          )}
        </FileButton>
      </div>
      <div>
        <Button variant="default" onClick={() => void report()}>
          {words.reports}
        </Button>
        <Text size="xs" c="dimmed" mt={4}>
          {words.reportsHint}
        </Text>
      </div>
      <Text
        size="sm"
        role={told?.isTrouble ? 'alert' : 'status'}
        {...(told?.isTrouble ? { className: classes.trouble ?? '' } : {})}
      >
        {told?.text}
        {told?.undo && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => told.undo && void takeBack(told.undo)}
          >
            {words.undo}
          </Button>
        )}
      </Text>
    </>
  );
}

function Lesson({ lesson, onForget }: { lesson: Taught; onForget(): void }) {
  const { messages } = useApp();
  const words = messages.health.lessons;
  const { network, host, root, taughtAt } = lesson;
  return (
    <li>
      <span>
        {words.about(messages.common.network[network], host)}
        {', '}
        <Moment time={taughtAt} />
      </span>
      <p className={classes.ways}>
        <code>{root}</code>
        {PARTS.map((part) => (
          <span key={part}>
            {` · ${words.parts[part]}: `}
            {lesson[part] === null ? words.without : <code>{lesson[part]}</code>}
          </span>
        ))}
      </p>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={words.removeOne(host)}
        onClick={onForget}
      >
        {words.remove}
      </Button>
    </li>
  );
}
