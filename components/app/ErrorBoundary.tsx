import { Button, Code, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { AppContext } from './app-context';

interface Props {
  children: ReactNode;
  /** Another value tries again, e.g. the address of the screen. */
  resetKey?: string;
}
interface State {
  error: Error | null;
  resetKey: string | undefined;
}

/** Catches what a screen throws and says what is kept and what to do. */
export class ErrorBoundary extends Component<Props, State> {
  static override contextType = AppContext;
  declare context: React.ContextType<typeof AppContext>;
  override state: State = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey };
  }

  override render() {
    const { error } = this.state;
    if (!error || !this.context) return this.props.children;
    const words = this.context.messages.dashboard;
    // Dexie's errors are the registry's; anything else is the screen's.
    const registry =
      /^(?:OpenFailed|DatabaseClosed|VersionError|QuotaExceeded|MissingAPI|Unknown)/.test(
        error.name,
      );
    return (
      <Stack role="alert" gap="xs" p="lg" maw="40rem" align="flex-start">
        <Title order={2}>{registry ? words.registryBroken : words.screenBroken}</Title>
        <Text>{registry ? words.registryBrokenHint : words.screenBrokenHint}</Text>
        <Code block>{`${error.name}: ${error.message}`}</Code>
        <Button onClick={() => location.reload()}>{words.reload}</Button>
      </Stack>
    );
  }
}
