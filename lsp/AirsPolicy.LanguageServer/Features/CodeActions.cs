using System.Collections.Immutable;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Workspace;

namespace AirsPolicy.LanguageServer.Features;

/// <summary>Offered fixes as the protocol writes them.</summary>
internal static class CodeActions
{
    /// <summary>The fixes of the kinds that the client asks for; all where it asks for none.</summary>
    public static ImmutableArray<CodeAction> Of(
        OpenDocument document,
        ImmutableArray<OfferedFix> fixes,
        ImmutableArray<string>? only,
        Func<string, string> uriOf) =>
        [
            .. fixes
                .Where(fix =>
                    only is not { IsDefaultOrEmpty: false } asked || asked.Any(kind => CodeActionKind.Includes(kind, KindOf(fix))))
                .Select(fix => new CodeAction(
                    fix.Title,
                    KindOf(fix),
                    fix.Mends is null ? null : [DiagnosticsFeature.Of(fix.Mends, uriOf)],
                    fix.IsPreferred ? true : null,
                    new WorkspaceEdit(
                        ImmutableDictionary<string, ImmutableArray<TextEdit>>.Empty.Add(
                            document.Uri,
                            [.. fix.Edits.Select(edit => TextChanges.EditOf(document.Source, edit))])))),
        ];

    private static string KindOf(OfferedFix fix) => fix.Mends is null ? CodeActionKind.FixAll : CodeActionKind.QuickFix;
}
