import { Menu, Text } from '@mantine/core';
import { useApp } from '../app/app-context';

interface Props {
  masked: boolean;
  onChange(masked: boolean): void;
}

/** In the menus that give files away: whether they hide third persons. */
export function MaskItem({ masked, onChange }: Props) {
  const { mask } = useApp().messages.log.export;
  return (
    <Menu.CheckboxItem checked={masked} onChange={onChange} closeMenuOnClick={false}>
      {mask.title}
      <Text component="span" display="block" size="xs" c="dimmed">
        {mask.hint}
      </Text>
    </Menu.CheckboxItem>
  );
}
