using System.Collections.Immutable;

namespace AirsPolicy.LanguageServer.Protocol;

internal sealed record SignatureHelp(ImmutableArray<SignatureInformation> Signatures, int ActiveSignature, int ActiveParameter);

internal sealed record SignatureInformation(string Label, MarkupContent? Documentation, ImmutableArray<ParameterInformation> Parameters);

/// <summary>A part of the label of its signature, which has it once.</summary>
internal sealed record ParameterInformation(string Label);

internal sealed record SignatureHelpOptions(ImmutableArray<string> TriggerCharacters);
