import { Menu, Text } from '@mantine/core';
import { useApp } from '../app/app-context';

interface Props {
  masked: boolean;
  onChange(masked: boolean): void;
}

/** In the menus that give files away: whether they hide third persons. */
export function MaskItem({ masked, onChange }: Props) {
  const { managed, messages } = useApp();
  const { mask } = messages.log.export;
  const fixed = managed.values.maskExports === true;
  return (
    <Menu.CheckboxItem
      checked={masked || fixed}
      onChange={onChange}
      closeMenuOnClick={false}
      disabled={fixed}
    >
      {mask.title}
      <Text component="span" display="block" size="xs" c="dimmed">
        {fixed ? messages.managed.fixed : mask.hint}
      </Text>
    </Menu.CheckboxItem>
  );
}
