import { Input, SegmentedControl } from '@mantine/core';
import { useId } from 'react';

interface Props<Value extends string> {
  label: string;
  value: Value;
  /** In their order, with what each is called. */
  options: readonly { value: Value; label: string }[];
  size?: 'xs' | 'sm';
  onChange(value: Value): void;
}

/** One of a few, all of them in sight, under a label. */
export function ChoiceField<Value extends string>(props: Props<Value>) {
  const { label, value, options, size = 'xs', onChange } = props;
  const id = useId();
  return (
    <div>
      <Input.Label labelElement="div" display="block" mb={4} id={id}>
        {label}
      </Input.Label>
      <SegmentedControl
        size={size}
        aria-labelledby={id}
        value={value}
        data={[...options]}
        onChange={(chosen) => {
          const option = options.find((one) => one.value === chosen);
          if (option) onChange(option.value);
        }}
      />
    </div>
  );
}
