/** antd dressed in the console's palette: the same components, our colours, type and corners. */
import { type ThemeConfig, theme } from 'antd';
import { type Palette, palettes, type ThemeName } from './palette.ts';

/** antd's theme for light or dark; `motion` is false for people who asked for less of it. */
export function antdTheme(name: ThemeName, motion: boolean): ThemeConfig {
  const palette = palettes[name];
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...colours(palette),
      motion,
      // theme/base.css says which, once.
      fontFamily: 'inherit',
      fontSize: 14,
      borderRadius: 8,
      borderRadiusLG: 12,
      controlHeight: 36,
      controlHeightLG: 40,
      colorBgLayout: palette.page,
      colorBgContainer: palette.surface,
      colorBgElevated: name === 'dark' ? palette.raised : palette.surface,
      colorBorder: palette.control,
      colorBorderSecondary: palette.border,
      colorText: palette.text,
      colorTextSecondary: palette.secondary,
      colorTextDescription: palette.secondary,
      colorTextTertiary: palette.secondary,
      colorTextPlaceholder: palette.secondary,
    },
    components: {
      Button: {
        primaryColor: palette.onBrand,
        dangerColor: palette.onDanger,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      Segmented: {
        trackBg: palette.page,
        itemSelectedBg: palette.raisedMost,
        itemSelectedColor: palette.text,
        itemColor: palette.secondary,
      },
    },
  };
}

function colours(palette: Palette): ThemeConfig['token'] {
  return {
    colorPrimary: palette.brand,
    colorInfo: palette.brand,
    colorLink: palette.brand,
    colorSuccess: palette.followed.text,
    colorSuccessBg: palette.followed.ground,
    colorSuccessBorder: palette.followed.border,
    colorInfoBg: palette.followed.ground,
    colorInfoBorder: palette.followed.border,
    colorWarning: palette.warning.text,
    colorWarningBg: palette.warning.ground,
    colorWarningBorder: palette.warning.border,
    colorError: palette.danger.text,
    colorErrorBg: palette.danger.ground,
    colorErrorBorder: palette.danger.border,
  };
}
