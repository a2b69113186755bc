import { Alert, Badge, Button, FileButton, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconDownload, IconUpload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { safeFileName } from '../../lib/exchange/file-name';
import {
  checkProfile,
  type ProfileFault,
  printProfile,
  readProfileFile,
} from '../../lib/regulation/check';
import type { RegulationProfile } from '../../lib/regulation/profile';
import { dayOf } from '../../lib/regulation/zone';
import { storeRegulation } from '../../lib/settings/regulation';
import { useApp } from '../app/app-context';
import { useTell } from '../app/use-tell';
import { download } from '../files/download';
import { offerWayBack } from '../record/way-back';
import settings from '../settings/settings.module.css';
import { useRegulationDraft } from './draft-store';
import { faultWords } from './fault-words';
import { EditingContext } from './fields';
import { ProfileForm } from './ProfileForm';
import classes from './regulation.module.css';

/** So many faults are told one by one. */
const SHOWN = 12;
const NO_FAULTS: readonly ProfileFault[] = [];

/** A file that was not taken: all that is wrong with it. */
interface BadFile {
  name: string;
  lines: readonly string[];
}

/** The regulation profile: the built-in one to read, an own copy to change, files in and out. */
export function RegulationScreen() {
  const { messages, profile: inUse, regulation } = useApp();
  const words = messages.regulation;
  const { draft, begin, put } = useRegulationDraft();
  const [badFile, setBadFile] = useState<BadFile | null>(null);
  const editable = !regulation.fixed && (regulation.own || draft !== null);
  const profile = editable ? (draft ?? inUse) : inUse;
  const changed = editable && draft !== null && JSON.stringify(draft) !== JSON.stringify(inUse);
  const faults = useMemo(
    () => (draft === null ? NO_FAULTS : (checkProfile(draft).faults ?? NO_FAULTS)),
    [draft],
  );
  const editing = useMemo(
    () => ({
      profile,
      faults,
      put: editable
        ? (path: readonly (string | number)[], value: unknown) => {
            if (useRegulationDraft.getState().draft === null) begin(structuredClone(profile));
            put(path, value);
          }
        : null,
    }),
    [profile, faults, editable, begin, put],
  );
  const tell = useTell();

  /** False when the storage did not take it, which has been told. */
  const store = async (next: RegulationProfile | null): Promise<boolean> => {
    try {
      await storeRegulation(next);
      return true;
    } catch (error) {
      console.error('Регламент не сохранён', error);
      tell.trouble(words.notSaved);
      return false;
    }
  };
  const save = async () => {
    const checked = checkProfile(draft);
    if (!checked.profile || !(await store(checked.profile))) return;
    begin(null);
    tell.done(words.saved);
  };
  const goBack = async () => {
    const own = regulation.own ? inUse : null;
    if (!(await store(null))) return;
    begin(null);
    if (!own) {
      tell.done(words.isBack);
      return;
    }
    offerWayBack(
      { done: words.isBack, name: words.bringBack, onBack: () => void store(own) },
      messages.common.close,
    );
  };
  const open = async (file: File) => {
    const read = readProfileFile(await file.text());
    if ('trouble' in read) {
      setBadFile({ name: file.name, lines: [words.troubles[read.trouble]] });
      return;
    }
    if (!read.profile) {
      setBadFile({ name: file.name, lines: read.faults.map((one) => faultWords(one, words)) });
      return;
    }
    setBadFile(null);
    begin(read.profile);
    tell.done(words.imported);
  };
  const saveFile = () => {
    const day = dayOf(Date.now(), inUse.timeZone);
    const name = safeFileName(words.fileTitle, day, 'json');
    download(new File([printProfile(inUse)], name, { type: 'application/json' }));
  };

  return (
    <div className={settings.screen}>
      <div className={settings.top} style={{ flexWrap: 'wrap' }}>
        <Title order={1}>{words.title}</Title>
        <Badge variant="light" radius="sm" tt="none" className={classes.title ?? ''}>
          {regulation.fixed ? messages.managed.fixedShort : editable ? words.own : words.builtIn}
        </Badge>
        <div className={classes.bar}>
          {changed && (
            <>
              <Text
                size="sm"
                role="status"
                c={faults.length > 0 ? 'var(--mantine-color-error)' : 'dimmed'}
              >
                {faults.length > 0 ? words.faulty(faults.length) : words.unsaved}
              </Text>
              <Button
                variant="subtle"
                onClick={() => {
                  begin(null);
                  tell.done(words.dropped);
                }}
              >
                {words.drop}
              </Button>
              <Button disabled={faults.length > 0} onClick={() => void save()}>
                {words.save}
              </Button>
            </>
          )}
          {!changed && (
            <>
              <Button
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden="true" />}
                onClick={saveFile}
              >
                {words.export}
              </Button>
              {!regulation.fixed && (
                <FileButton
                  accept="application/json,.json"
                  onChange={(file) => file && void open(file)}
                >
                  {(props) => (
                    <Button
                      {...props}
                      variant="default"
                      leftSection={<IconUpload size={16} aria-hidden="true" />}
                    >
                      {words.import}
                    </Button>
                  )}
                </FileButton>
              )}
              {regulation.own && !regulation.fixed ? (
                <Button variant="default" onClick={() => void goBack()}>
                  {words.back}
                </Button>
              ) : (
                !editable &&
                !regulation.fixed && (
                  <Button
                    leftSection={<IconCopy size={16} aria-hidden="true" />}
                    onClick={() => {
                      begin({ ...structuredClone(inUse), id: 'own' });
                      tell.done(words.copied);
                    }}
                  >
                    {words.copy}
                  </Button>
                )
              )}
            </>
          )}
        </div>
      </div>
      <Text size="sm" c="dimmed" mb="md" maw="44rem">
        {words.why}
      </Text>
      {regulation.faults && (
        <Faults
          title={words.storedFaults}
          lines={regulation.faults.map((one) => faultWords(one, words))}
        />
      )}
      {badFile && <Faults title={`${words.fileFaults}: ${badFile.name}`} lines={badFile.lines} />}
      {faults.length > 0 && (
        <Faults title={words.faultsTitle} lines={faults.map((one) => faultWords(one, words))} />
      )}
      <EditingContext value={editing}>
        <ProfileForm />
      </EditingContext>
    </div>
  );
}

function Faults({ title, lines }: { title: string; lines: readonly string[] }) {
  const words = useApp().messages.regulation;
  return (
    <Alert
      color="red"
      variant="light"
      mb="md"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={title}
      classNames={{ title: classes.title ?? '' }}
    >
      <ul className={classes.faults}>
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length > SHOWN && <li>{words.more(lines.length - SHOWN)}</li>}
      </ul>
    </Alert>
  );
}
