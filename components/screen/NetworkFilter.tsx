import { NETWORK_IDS, type NetworkId } from '../../lib/networks/hosts';
import { useApp } from '../app/app-context';
import { FilterMenu } from './FilterMenu';

interface Props {
  /** Those to choose from; all that Vakhta knows, where nothing is said. */
  ids?: readonly NetworkId[];
  chosen: readonly NetworkId[];
  onChange(networks: NetworkId[]): void;
}

/** Limits a list by networks. */
export function NetworkFilter({ ids = NETWORK_IDS, chosen, onChange }: Props) {
  const { common, screen } = useApp().messages;
  return (
    <FilterMenu
      label={screen.network}
      chosen={chosen}
      options={ids.map((id) => ({ value: id, label: common.network[id] }))}
      onChange={onChange}
    />
  );
}
