const { readFileSync } = require('node:fs');
const path = require('node:path');
const webpack = require('webpack');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const {
  ContentSecurityPolicyPlugin,
  CopyFilesPlugin,
  EmitPlugin,
  ExecutablePlugin,
  FocusableSelectorPlugin,
  OldEnginePlugin,
  SwcMinifyPlugin,
} = require('./scripts/webpack-plugins.js');
const { ribbonImages, ribbonXml, wpsManifestXml } = require('./scripts/ribbon.js');
const wpsPackage = require('./scripts/wps-package.js');

const source = path.resolve(__dirname, 'src');

/** Where the pages load office.js from: Microsoft's address, or the one an administrator sets when packaging. */
const officeJsUrl = process.env.OFFICE_JS_URL || 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** What all bundles share: SWC for TypeScript, with the settings of .swcrc. */
const shared = {
  mode: 'production',
  devtool: false,
  resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js'] },
  module: {
    rules: [{ test: /\.tsx?$/, include: [source, path.join(__dirname, 'workbench')], use: 'swc-loader' }],
  },
  performance: { hints: false },
  stats: 'errors-warnings',
};

const styles = {
  test: /\.css$/,
  use: [MiniCssExtractPlugin.loader, { loader: 'css-loader', options: { modules: { auto: true } } }],
};

/** The headless command, in one file. */
const command = {
  ...shared,
  name: 'command',
  target: 'node20',
  entry: { 'annex-reviewer': path.join(source, 'cli/annex-reviewer.ts') },
  output: { path: path.resolve(__dirname, 'dist/cli'), filename: '[name].js', clean: true },
  // Stack traces and class names stay readable; size does not matter here.
  optimization: { minimize: false },
  plugins: [
    new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }),
    new ExecutablePlugin('annex-reviewer.js'),
  ],
};

/** The add-in: the pane, and the page for ribbon buttons where Excel gives them one of their own. */
const addin = {
  ...shared,
  name: 'addin',
  target: ['web', 'es2018'],
  entry: {
    pane: path.join(source, 'pages/office/pane.ts'),
    commands: path.join(source, 'pages/office/commands.ts'),
  },
  output: {
    path: path.resolve(__dirname, 'dist/addin'),
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    assetModuleFilename: 'assets/[name].[contenthash:8][ext]',
    clean: true,
  },
  module: { rules: [...shared.module.rules, styles] },
  optimization: {
    minimizer: [new SwcMinifyPlugin()],
    runtimeChunk: 'single',
    splitChunks: { chunks: 'all' },
  },
  plugins: [
    page('pane.html', 'pages/pane.html', 'pane', { officeJsUrl }),
    page('commands.html', 'pages/office/commands.html', 'commands', { officeJsUrl }),
    new FocusableSelectorPlugin(),
    new OldEnginePlugin({
      page: 'pane.html',
      words: path.join(source, 'pages/office/old-engine.html'),
      script: path.join(source, 'pages/level/old-engine.js'),
    }),
    new ContentSecurityPolicyPlugin({ officeJsUrl, withFluent: ['pane.html'] }),
    new MiniCssExtractPlugin({ filename: '[name].[contenthash:8].css' }),
    new CopyFilesPlugin([
      { from: 'assets/icons', to: 'assets/icons', ends: '.png' },
      { from: 'manifest.xml', to: 'manifest.xml' },
    ]),
  ],
};

const manifest = readFileSync(path.join(__dirname, 'manifest.xml'), 'utf8');
const images = Object.values(ribbonImages(manifest));

/**
 * The add-in for WPS: a page with one classic script for the pane, which opens from a file as well, and the page in the
 * background with the ribbon's functions. Names without digests: the same files take the place of those of before.
 */
const wps = {
  ...shared,
  name: 'wps',
  target: ['web', 'es2018'],
  entry: {
    pane: path.join(source, 'pages/wps/pane.ts'),
    background: path.join(source, 'pages/wps/background.ts'),
  },
  output: {
    path: path.resolve(__dirname, wpsPackage.OUTPUT, wpsPackage.FOLDER),
    filename: '[name].js',
    clean: true,
  },
  module: {
    rules: [...shared.module.rules, styles],
    parser: { javascript: { dynamicImportMode: 'eager' } },
  },
  optimization: {
    minimizer: [new SwcMinifyPlugin({ es5: ['background.js'] })],
    splitChunks: false,
  },
  plugins: [
    page('pane.html', 'pages/pane.html', 'pane', { officeJsUrl: '' }),
    page('index.html', 'pages/wps/index.html', 'background', { scriptLoading: 'blocking' }),
    new FocusableSelectorPlugin(),
    // A worker would be a second script, and none starts from a file.
    new webpack.NormalModuleReplacementPlugin(/^\.\/start-engine$/, './start-engine-here'),
    new webpack.DefinePlugin({ RIBBON_IMAGES: JSON.stringify(ribbonImages(manifest)) }),
    new OldEnginePlugin({
      page: 'pane.html',
      words: path.join(source, 'pages/wps/old-engine.html'),
      script: path.join(source, 'pages/level/old-engine.js'),
    }),
    new ContentSecurityPolicyPlugin({ officeJsUrl: null, withFluent: ['pane.html'] }),
    new EmitPlugin({
      'ribbon.xml': ribbonXml(manifest),
      'manifest.xml': wpsManifestXml(manifest, wpsPackage.NAME),
    }),
    new CopyFilesPlugin(images.map((image) => ({ from: image, to: image }))),
  ],
};

/** The workbench, for development and tests alone: never part of the add-in. */
const workbench = {
  ...shared,
  name: 'workbench',
  target: ['web', 'es2022'],
  entry: {
    workbench: path.join(__dirname, 'workbench/view/main.tsx'),
    // Injected into the pane's page while it is served, before office.js.
    'win32-seam': {
      import: path.join(__dirname, 'workbench/office/win32-seam.ts'),
      filename: 'win32-seam.js',
      runtime: false,
    },
    // Likewise into the pages of the add-in for WPS.
    'wps-seam': {
      import: path.join(__dirname, 'workbench/wps/pages/wps-seam.ts'),
      filename: 'wps-seam.js',
      runtime: false,
    },
  },
  output: {
    path: path.resolve(__dirname, 'dist/workbench'),
    publicPath: '/workbench/',
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    clean: true,
  },
  cache: { type: 'filesystem', buildDependencies: { config: [__filename] } },
  module: {
    rules: [
      ...shared.module.rules,
      styles,
      // Some packages of the grid leave out extensions in their ES modules.
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  // Served from this machine alone: size does not matter, the time of a build does.
  optimization: { minimize: false, concatenateModules: false },
  plugins: [
    new HtmlWebpackPlugin({
      filename: 'index.html',
      template: path.join(__dirname, 'workbench/view/index.html'),
      chunks: ['workbench'],
    }),
    new MiniCssExtractPlugin({ filename: '[name].[contenthash:8].css' }),
  ],
};

function page(filename, template, chunk, options) {
  return new HtmlWebpackPlugin({
    filename,
    template: path.join(source, template),
    chunks: [chunk],
    minify: false,
    scriptLoading: 'defer',
    ...options,
  });
}

module.exports = [command, addin, wps, workbench];
