const path = require('node:path');
const webpack = require('webpack');

const source = path.resolve(__dirname, 'src');

/** What all bundles share: SWC for TypeScript, with the settings of .swcrc. */
const shared = {
  mode: 'production',
  devtool: false,
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: { rules: [{ test: /\.tsx?$/, include: source, use: 'swc-loader' }] },
  performance: { hints: false },
  stats: 'errors-warnings',
};

/** Marks a file of the output as a program. */
class ExecutablePlugin {
  constructor(file) {
    this.file = file;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise('ExecutablePlugin', ({ outputOptions }) =>
      require('node:fs/promises').chmod(path.join(outputOptions.path, this.file), 0o755),
    );
  }
}

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

module.exports = [command];
