/** A button that copies and says so in place, for the eye and for a screen reader. */
import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button, type ButtonProps } from 'antd';
import { useEffect, useState } from 'react';
import { useText } from '../text/text.ts';
import { copyText } from './clipboard.ts';

const SAID_FOR_MS = 1_600;

type CopyButtonProps = {
  /** What is copied. */
  text: string;
  /** What the button says, or is called when only its icon shows. */
  label: string;
  iconOnly?: boolean;
} & Pick<ButtonProps, 'size' | 'type' | 'className' | 'disabled'>;

export function CopyButton({ text, label, iconOnly = false, ...looks }: CopyButtonProps) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <>
      <Button
        {...looks}
        icon={copied ? <CheckOutlined /> : <CopyOutlined />}
        aria-label={iconOnly ? label : undefined}
        title={iconOnly ? label : undefined}
        onClick={() => void copyText(text).then(setCopied)}
      >
        {iconOnly ? null : label}
      </Button>
      <span className="visually-hidden" role="status">
        {copied ? t('copied') : ''}
      </span>
    </>
  );
}
