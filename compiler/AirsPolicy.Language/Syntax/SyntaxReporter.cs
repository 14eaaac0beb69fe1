using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>
/// Reports what lexer and parser find in one file, up to a bound: a file of noise must not cost a diagnostic per character.
/// </summary>
internal sealed class SyntaxReporter(SourceText source, DiagnosticBag bag)
{
    private const int MostProblems = 200;

    private int _count;

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<string> arguments) =>
        Add(new Diagnostic(descriptor, source, span, [.. arguments]));

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, DiagnosticFix fix, params ReadOnlySpan<string> arguments) =>
        Add(new Diagnostic(descriptor, source, span, [.. arguments]) { Fixes = [fix] });

    public void Add(Diagnostic diagnostic)
    {
        if (++_count < MostProblems)
            bag.Add(diagnostic);
        else if (_count == MostProblems)
            bag.Report(SyntaxDiagnostics.TooManyProblems, source, diagnostic.Span);
    }
}
