using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Corpus;

/// <summary>
/// Checks corpus files against what a stage finds in them: codes, messages, exact spans, and that each fix removes its diagnostic and adds
/// none. With <c>AIRS_UPDATE_CORPUS=1</c> in the environment it writes the expectations instead; a reviewer reads the difference.
/// </summary>
/// <param name="diagnose">All diagnostics of a file, by place.</param>
public sealed class DiagnosticCorpus(Func<SourceText, IReadOnlyList<Diagnostic>> diagnose)
{
    // A fix may uncover the next finding of its kind, but never without end.
    private const int MostFixes = 300;

    public static bool IsUpdating { get; } = Environment.GetEnvironmentVariable("AIRS_UPDATE_CORPUS") == "1";

    /// <summary>Checks one file, named for the code it shows, and its <c>.fixed</c> twin.</summary>
    public void Check(string path)
    {
        var code = Path.GetFileNameWithoutExtension(path)[..8];
        var file = CorpusFile.Read(File.ReadAllText(path));
        var source = SourceText.From(file.Clean, Path.GetFileName(path));
        var found = diagnose(source);
        if (IsUpdating)
            File.WriteAllText(path, CorpusFile.Write(file.Clean, found));
        else
            Assert.Equal(file.Expected, found.Select(diagnostic => CorpusFile.Describe(source, diagnostic)));
        Assert.Contains(found, diagnostic => diagnostic.Code == code);
        CheckFixes(source, found);
        CheckTwin(path, code, source);
    }

    // Every fix of every diagnostic, each on its own.
    private void CheckFixes(SourceText source, IReadOnlyList<Diagnostic> found)
    {
        foreach (var diagnostic in found)
        {
            foreach (var fix in diagnostic.Fixes)
            {
                var left = found
                    .Where(other => !ReferenceEquals(other, diagnostic))
                    .Select(other => other.Code)
                    .Order(StringComparer.Ordinal);
                var after = diagnose(SourceText.From(Apply(source.Content, fix), source.Path))
                    .Select(other => other.Code)
                    .Order(StringComparer.Ordinal);
                Assert.True(left.SequenceEqual(after), $"{diagnostic}: '{fix.Title}' leaves {string.Join(", ", after)}");
            }
        }
    }

    private void CheckTwin(string path, string code, SourceText source)
    {
        var twin = Path.ChangeExtension(path, ".fixed.airs");
        var text = source.Content;
        for (var i = 0; i < MostFixes; i++)
        {
            var next = diagnose(SourceText.From(text, source.Path))
                .FirstOrDefault(diagnostic => diagnostic.Code == code && diagnostic.Fixes is [{ IsDeclaration: false }, ..]);
            if (next is null)
                break;
            text = Apply(text, next.Fixes[0]);
        }

        if (text == source.Content)
        {
            Assert.False(File.Exists(twin), $"{twin} stands beside a file without fixes.");
            return;
        }

        if (IsUpdating)
            File.WriteAllText(twin, text);
        Assert.Equal(File.ReadAllText(twin), text);
    }

    private static string Apply(string text, DiagnosticFix fix)
    {
        foreach (var edit in fix.Edits.Reverse())
            text = string.Concat(text.AsSpan(0, edit.Span.Start), edit.NewText, text.AsSpan(edit.Span.End));
        return text;
    }
}
