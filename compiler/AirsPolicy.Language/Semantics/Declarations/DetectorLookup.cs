using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;
using AirsPolicy.Text.Detectors.Builtin;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Finds detectors: declared ones by bare or qualified name, built-in ones by their dotted name.</summary>
internal static class DetectorLookup
{
    public static bool IsBuiltIn(string name) => BuiltinDetectors.Names.Contains(name);

    /// <summary>The built-in detector that a declared one could be written like, or null.</summary>
    public static string? BuiltInLike(Symbol detector)
    {
        // Built-in ones have names of two parts.
        var lastTwo = $"{detector.Package.Name[(detector.Package.Name.LastIndexOf('.') + 1)..]}.{detector.Name}";
        return IsBuiltIn(lastTwo) ? lastTwo : null;
    }

    /// <summary>The qualified name of a detector, or null once it is reported that there is none.</summary>
    public static string? Resolve(
        BindingContext context,
        PackageSymbol package,
        SourceText source,
        string name,
        TextSpan span,
        SyntaxToken token)
    {
        if (NameLookup.TryResolve(context, package, name, source, span, SymbolKind.Detector, out var symbol))
        {
            if (symbol is null)
                return null;
            context.Use(symbol.Syntax);
            context.Notes?.Refer(token, SymbolKind.Detector, symbol.QualifiedName, null, null, symbol);
            return symbol.QualifiedName;
        }
        if (IsBuiltIn(name))
        {
            context.Notes?.Refer(token, SymbolKind.Detector, name, null, BuiltinDetectors.SummaryOf(name));
            return name;
        }
        if (NameLookup.FindAny(package, name) is { } other)
            context.Report(NameDiagnostics.WrongKind, source, span, name, NameLookup.KindName(other.Kind), "detector");
        else
            context.ReportUnknown(
                NameDiagnostics.UnknownDetector,
                source,
                span,
                name,
                NameLookup.Names(package, SymbolKind.Detector).Concat(BuiltinDetectors.Names),
                name);
        return null;
    }
}
