using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Tests of texts and lists that are written as in other languages: <c>text.contains("x")</c>, <c>text matches "x"</c>.</summary>
internal sealed partial class ExpressionBinder
{
    private static readonly Dictionary<string, string> s_operatorsByMethod = new(StringComparer.Ordinal)
    {
        ["contains"] = "contains",
        ["includes"] = "contains",
        ["matches"] = "matches",
        ["starts_with"] = "starts with",
        ["startswith"] = "starts with",
        ["ends_with"] = "ends with",
        ["endswith"] = "ends with",
    };

    // A call on something that can be read. Questions to detectors are calls as well.
    private MemberExpressionSyntax? MethodOf(CallExpressionSyntax syntax) =>
        syntax is { Target: MemberExpressionSyntax { Name: var name } member, Arguments.Count: 1 }
            && s_operatorsByMethod.ContainsKey(Lexer.SnakeCase(name.Text))
            && IsRead(member.Target)
            ? member
            : null;

    private bool IsRead(ExpressionSyntax target) =>
        target is ParenthesizedExpressionSyntax
        || (NameChain.Of(target) is { Root: var root } && !NeedsType(new NameExpressionSyntax(root)));

    // Inside a calculation or comparison the test stands in parentheses.
    private Expression? BindMethod(CallExpressionSyntax syntax, MemberExpressionSyntax member, bool isCondition)
    {
        var name = Lexer.SnakeCase(member.Name.Text);
        var word = s_operatorsByMethod[name];
        var argument = syntax.Arguments[0];
        var isSimple = argument is LiteralExpressionSyntax or NameExpressionSyntax or MemberExpressionSyntax or IndexExpressionSyntax
            or CallExpressionSyntax or ParenthesizedExpressionSyntax;
        var operand = word == "matches" ? PatternOf(argument) : isSimple ? TextOf(argument) : $"({TextOf(argument)})";
        var test = $"{TextOf(member.Target)} {word} {operand ?? "/…/"}";
        var right = isCondition ? test : $"({test})";
        _context.Report(new Diagnostic(NameDiagnostics.MethodCall, Scope.Source, syntax.Span, [$"{name}(…)", test])
        {
            // The spelling of the name has a finding and a fix of its own, which goes first.
            Fixes = operand is null || name != member.Name.Text ? [] : [Suggestion.Replace(syntax.Span, right)],
        });
        return null;
    }

    private void ReportTextAsPattern(ExpressionSyntax syntax)
    {
        var right = PatternOf(syntax);
        _context.Report(new Diagnostic(NameDiagnostics.TextAsPattern, Scope.Source, syntax.Span, [right ?? "/…/"])
        {
            Fixes = right is null ? [] : [Suggestion.Replace(syntax.Span, right)],
        });
    }

    // The pattern that a text between quotes was meant to be, where it is one.
    private string? PatternOf(ExpressionSyntax syntax)
    {
        if (syntax is LiteralExpressionSyntax { Token.Literal: Syntax.PatternLiteral })
            return TextOf(syntax);
        if (syntax is not LiteralExpressionSyntax { Token.Literal: TextLiteral { Value: var text } } || text.Any(char.IsControl))
            return null;
        var content = text.Replace("/", "\\/", StringComparison.Ordinal);
        var tree = PatternParser.Parse(content, PatternOptions.None).Tree;
        return tree is null || PatternFacts.Of(tree).CanBeEmpty ? null : $"/{content}/";
    }
}
