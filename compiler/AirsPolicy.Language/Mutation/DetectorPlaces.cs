using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Mutation;

/// <summary>Where the detectors of a package are declared; the model has them as engines do, without places.</summary>
internal static class DetectorPlaces
{
    /// <summary>The places by qualified name.</summary>
    public static Dictionary<string, SourcePlace> Of(PackageSymbol package) =>
        package
            .Members.Values.Where(symbol => symbol.Kind == SymbolKind.Detector)
            .ToDictionary(
                symbol => symbol.QualifiedName,
                symbol => Place(package, symbol.Declaration.Source, symbol.Declaration.Span),
                StringComparer.Ordinal);

    private static SourcePlace Place(PackageSymbol package, SourceText source, TextSpan span)
    {
        var line = source.LineOf(span.Start);
        return new SourcePlace(
            package.PathOf(source),
            source.ToNormalized(span.Start),
            source.ToNormalized(span.End),
            line + 1,
            span.Start - source.StartOf(line) + 1);
    }
}
