'use strict';

// Starts `airs lsp`; everything else is the server's. Nothing is built: `npm install` and load the folder.
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

exports.activate = async () => {
  const [command, ...args] = vscode.workspace.getConfiguration('airs').get('command');
  client = new LanguageClient('airs', 'AIRS policy', { command, args }, { documentSelector: [{ language: 'airs' }] });
  await client.start();
};

exports.deactivate = () => client?.stop();
