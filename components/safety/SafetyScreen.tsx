import { Text, Title } from '@mantine/core';
import { isExample } from '../../lib/registry/database';
import { useApp } from '../app/app-context';
import classes from '../settings/settings.module.css';
import { ChainSection } from './ChainSection';
import { CopySection } from './CopySection';
import { PrintSection } from './PrintSection';
import { RestoreSection } from './RestoreSection';

/** What keeps the registry whole and proves that it is. */
export function SafetyScreen() {
  const { messages } = useApp();
  return (
    <div className={classes.screen}>
      <div className={classes.top}>
        <Title order={1}>{messages.safety.title}</Title>
      </div>
      <ChainSection />
      {isExample() ? (
        <Text c="dimmed">{messages.example.noCopies}</Text>
      ) : (
        <>
          <CopySection />
          <RestoreSection />
          <PrintSection />
        </>
      )}
    </div>
  );
}
