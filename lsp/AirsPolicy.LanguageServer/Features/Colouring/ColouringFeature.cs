using System.Collections.Immutable;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features.Colouring;

/// <summary>Colours by what the parser and the binder know: a word is a keyword in one place and a name in another.</summary>
internal static class ColouringFeature
{
    public static SemanticTokensLegend Legend { get; } = new(
        [.. Enum.GetNames<TokenType>().Select(Spelled)],
        [.. Enum.GetNames<TokenModifiers>().Skip(1).Select(Spelled)]);

    /// <summary>The tokens of a file that have a colour, by place.</summary>
    public static IEnumerable<ColouredToken> Of(PolicyAnalysis analysis, SyntaxTree tree)
    {
        var references = analysis.References
            .Where(reference => ReferenceEquals(reference.Source, tree.Source))
            .ToDictionary(reference => reference.Span);
        var declared = tree.Root.Declarations.Select(DeclaredNames.NameOf).OfType<(SymbolKind Kind, SyntaxToken Name)>()
            .ToDictionary(name => name.Name, name => name.Kind);
        foreach (var node in tree.Root.DescendantsAndSelf().OfType<SyntaxNode>())
        {
            foreach (var token in node.Children.OfType<SyntaxToken>().Where(token => !token.IsMissing))
            {
                if (ColourOf(node, token, references, declared) is var (type, modifiers))
                {
                    foreach (var line in Lines(tree.Source, token.Span))
                        yield return new ColouredToken(line, type, modifiers);
                }
            }
        }
    }

    /// <summary>The tokens as the protocol writes them.</summary>
    public static SemanticTokens Encode(SourceText source, IEnumerable<ColouredToken> tokens)
    {
        var data = ImmutableArray.CreateBuilder<int>();
        var last = new LinePosition(0, 0);
        foreach (var token in tokens.OrderBy(token => token.Span.Start))
        {
            var place = source.PositionOf(token.Span.Start);
            data.Add(place.Line - last.Line);
            data.Add(place.Line == last.Line ? place.Column - last.Column : place.Column);
            data.Add(token.Span.Length);
            data.Add((int)token.Type);
            data.Add((int)token.Modifiers);
            last = place;
        }

        return new SemanticTokens(data.ToImmutable());
    }

    private static (TokenType Type, TokenModifiers Modifiers)? ColourOf(
        SyntaxNode node,
        SyntaxToken token,
        Dictionary<TextSpan, SymbolReference> references,
        Dictionary<SyntaxToken, SymbolKind> declared)
    {
        if (declared.TryGetValue(token, out var kind))
            return (TypeOf(kind), TokenModifiers.Declaration | ModifiersOf(kind, isBuiltIn: false));
        if (references.TryGetValue(token.Span, out var reference))
        {
            var declares = reference.DeclaredAt == token.Span && ReferenceEquals(reference.DeclaredIn, token.Source);
            var modifiers = ModifiersOf(reference.Kind, isBuiltIn: reference.DeclaredIn is null);
            return (TypeOf(reference.Kind), declares ? modifiers | TokenModifiers.Declaration : modifiers);
        }

        TokenType? type = token.Kind switch
        {
            TokenKind.Text => TokenType.String,
            TokenKind.Pattern => TokenType.Regexp,
            >= TokenKind.Integer and <= TokenKind.Date => TokenType.Number,
            TokenKind.CatalogueId => TokenType.EnumMember,
            TokenKind.Reserved or TokenKind.Name when token.Keyword != Keyword.None && !IsName(node) => TokenType.Keyword,
            _ => null,
        };
        return type is { } known ? (known, TokenModifiers.None) : null;
    }

    // In these places any word is a name.
    private static bool IsName(SyntaxNode node) => node switch
    {
        PathSyntax or NameExpressionSyntax or HeadSyntax or ParametersSyntax or NamedStepSyntax or LadderStepSyntax => true,
        MemberExpressionSyntax or FieldShapeSyntax or RecordFieldSyntax or TableEntrySyntax => true,
        _ => false,
    };

    private static TokenType TypeOf(SymbolKind kind) => kind switch
    {
        SymbolKind.Package => TokenType.Namespace,
        SymbolKind.Point => TokenType.Event,
        SymbolKind.Fact or SymbolKind.Data or SymbolKind.Let or SymbolKind.Param => TokenType.Variable,
        SymbolKind.Item or SymbolKind.Argument => TokenType.Parameter,
        SymbolKind.Member => TokenType.Property,
        SymbolKind.EnumName or SymbolKind.CatalogueId or SymbolKind.ThreatId => TokenType.EnumMember,
        SymbolKind.Type => TokenType.Type,
        SymbolKind.Detector or SymbolKind.Function => TokenType.Function,
        SymbolKind.Keyword => TokenType.Keyword,
        _ => TokenType.Class,
    };

    private static TokenModifiers ModifiersOf(SymbolKind kind, bool isBuiltIn) =>
        (kind == SymbolKind.Param ? TokenModifiers.Readonly : 0)
        | (isBuiltIn && kind is SymbolKind.Function or SymbolKind.Detector or SymbolKind.Type or SymbolKind.Point
            ? TokenModifiers.DefaultLibrary
            : 0);

    // Clients take tokens of one line only.
    private static IEnumerable<TextSpan> Lines(SourceText source, TextSpan span)
    {
        for (var line = source.LineOf(span.Start); line <= source.LineOf(span.End); line++)
        {
            var whole = source.LineSpan(line);
            var (start, end) = (Math.Max(whole.Start, span.Start), Math.Min(whole.End, span.End));
            if (start < end)
                yield return new TextSpan(start, end);
        }
    }

    private static string Spelled(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
