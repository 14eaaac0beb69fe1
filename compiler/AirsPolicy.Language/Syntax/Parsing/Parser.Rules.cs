using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private static readonly Keyword[] s_effectKeywords =
    [
        Keyword.Flag, Keyword.Block, Keyword.Halt, Keyword.Hold, Keyword.Append, Keyword.Replace, Keyword.Cut, Keyword.Drop, Keyword.Redact,
        Keyword.Ask, Keyword.Queue, Keyword.Escalate, Keyword.Label, Keyword.Notify, Keyword.Require, Keyword.Retract,
        Keyword.Degrade,
    ];

    private static readonly string[] s_effectSpellings = [.. s_effectKeywords.Select(KeywordTable.SpellingOf)];

    private static readonly Dictionary<string, string> s_foreignEffects = new(StringComparer.OrdinalIgnoreCase)
    {
        ["deny"] = "block",
        ["reject"] = "block",
        ["refuse"] = "block",
        ["forbid"] = "block",
        ["warn"] = "flag",
        ["log"] = "flag",
        ["mask"] = "redact",
        ["alert"] = "notify",
        ["recall"] = "retract",
        ["withdraw"] = "retract",
        ["stop"] = "halt",
    };

    private WhenRuleSyntax WhenRule()
    {
        var when = Next();
        var condition = Condition();
        return new WhenRuleSyntax(when, condition, Expect(Keyword.Then, "after the condition of a rule"), Effects());
    }

    private AlwaysRuleSyntax AlwaysRule() => new(Next(), Effects());

    // Where a name is missing before a rule, 'always' is not that name.
    private bool BeginsAlways() =>
        At(Keyword.Always) && Ahead.Kind == TokenKind.Name && Array.IndexOf(s_effectKeywords, Ahead.Keyword) >= 0;

    private LetMemberSyntax LetMember()
    {
        var let = Next();
        var name = ExpectName();
        return new LetMemberSyntax(let, name, Parameters(), ExpectEqual(), Expression());
    }

    private SyntaxToken ExpectEqual() => Expect(TokenKind.Equal, "'='");

    private ParametersSyntax? Parameters()
    {
        if (!At(TokenKind.OpenParenthesis))
            return null;
        var open = Next();
        _openParentheses++;
        var names = Enclosed(
            static parser => parser.ExpectName(),
            static token => token.Kind == TokenKind.Name,
            TokenKind.CloseParenthesis,
            "parameters");
        if (names.Count == 0)
            FailExpected("a name", null);
        var close = ExpectClosing(TokenKind.CloseParenthesis, open);
        _openParentheses--;
        return new ParametersSyntax(open, names, close);
    }

    private SeparatedSyntaxList<EffectSyntax> Effects()
    {
        var first = Effect();
        if (!At(TokenKind.Comma) && !LacksComma() && !JoinsEffects())
            return new SeparatedSyntaxList<EffectSyntax>([first], []);
        var effects = new List<EffectSyntax> { first };
        var commas = new List<SyntaxToken>();
        while (!_lost && (At(TokenKind.Comma) || LacksComma() || JoinsEffects()))
        {
            commas.Add(NextIf(TokenKind.Comma) ?? (JoinsEffects() ? JoiningAnd() : MissingSeparator(",", TokenKind.Comma, "effects")));
            if (!BeginsEffect())
            {
                ReportTrailing("effects");
                break;
            }

            effects.Add(Effect());
        }

        return new SeparatedSyntaxList<EffectSyntax>([.. effects], [.. commas]);
    }

    // 'queue' and 'label' also open declarations, which may follow a limit directly.
    private bool LacksComma() =>
        At(TokenKind.Name)
        && Current.Keyword is not (Keyword.Queue or Keyword.Label or Keyword.None)
        && Array.IndexOf(s_effectKeywords, Current.Keyword) >= 0;

    private bool JoinsEffects() => At(Keyword.And) && Ahead.Kind == TokenKind.Name && Array.IndexOf(s_effectKeywords, Ahead.Keyword) >= 0;

    private SyntaxToken JoiningAnd()
    {
        var edit = new TextEdit(new TextSpan(_last.Span.End, Current.Span.End), ",");
        Report(SyntaxDiagnostics.JoinedEffects, Current.Span, new DiagnosticFix("Write ','", [edit]), Current.Text);
        Skip();
        return Missing(TokenKind.Comma);
    }

    private bool BeginsEffect() =>
        At(TokenKind.Name)
        && (
            Array.IndexOf(s_effectKeywords, Current.Keyword) >= 0
            || (
                At(Keyword.None)
                && (s_foreignEffects.ContainsKey(Current.Text) || Spelling.Nearest(Current.Text, s_effectSpellings) is not null)));

    private EffectTableSyntax EffectTable()
    {
        var (by, path) = (Next(), Path());
        var (open, entries, close) = TableLines(static parser => new EffectEntrySyntax(parser.ExpectName(), parser.Effect()));
        return new EffectTableSyntax(by, path, open, entries, close);
    }

    private EffectSyntax Effect() => Effect(Current.Keyword) ?? MendedEffect();

    private EffectSyntax MendedEffect()
    {
        if (Current is { Kind: TokenKind.Name or TokenKind.CatalogueId } word)
        {
            if (s_foreignEffects.TryGetValue(word.Text, out var right))
            {
                Report(
                    SyntaxDiagnostics.ForeignKeyword,
                    word.Span,
                    new DiagnosticFix($"Write '{right}'", [new TextEdit(word.Span, right)]),
                    word.Text,
                    right);
                return Effect(KeywordTable.Find(right))!;
            }

            if (At(Keyword.None) && Spelling.Nearest(word.Text, s_effectSpellings) is { } near)
            {
                ReportMisspelt(near, "as an effect");
                return Effect(KeywordTable.Find(near))!;
            }
        }

        FailExpected("an effect such as 'block' or 'flag'", null);
        return new MissingEffectSyntax(Missing(TokenKind.Name));
    }

    private EffectSyntax? Effect(Keyword keyword) =>
        keyword switch
        {
            Keyword.Flag => new FlagEffectSyntax(Next(), NextIf(TokenKind.Text)),
            Keyword.Block => new BlockEffectSyntax(Next(), NextIf(TokenKind.Text)),
            Keyword.Halt => new HaltEffectSyntax(Next(), HaltScope(), OptionalFor(), NextIf(TokenKind.Text)),
            Keyword.Hold => new HoldEffectSyntax(Next(), Expect(Keyword.For), Path(), OptionalWithin(), Otherwise()),
            Keyword.Append => new AppendEffectSyntax(Next(), ExpectText()),
            Keyword.Replace => new ReplaceEffectSyntax(Next(), Expect(Keyword.With), ExpectText()),
            Keyword.Cut => new CutEffectSyntax(Next(), Expect(Keyword.To), new LiteralExpressionSyntax(ExpectNumber("a length or size"))),
            Keyword.Drop => new DropEffectSyntax(Next(), ExpectName(), Expect(Keyword.In), Path(), Where("after the list")),
            Keyword.Redact => new RedactEffectSyntax(
                Next(),
                Path(),
                OnePathAfter(Keyword.In),
                OnePathAfter(Keyword.Except),
                NameAfter(Keyword.As, "'label', 'hash', 'mask' or 'drop'")),
            Keyword.Ask or Keyword.Queue or Keyword.Escalate or Keyword.Label => new ReferenceEffectSyntax(Next(), Path()),
            Keyword.Notify or Keyword.Require or Keyword.Retract => new HostEffectSyntax(Next(), ExpectText()),
            Keyword.Degrade => new DegradeEffectSyntax(
                Next(),
                At(Keyword.To) && Ahead.Keyword != Keyword.To ? null : ExpectName("a layer or 'to'"),
                Expect(Keyword.To),
                ExpectName("a state")),
            _ => null,
        };

    // Behind a limit that stands by itself 'agent' and 'system' may open the next declaration; then a name follows that is no keyword.
    private SyntaxToken? HaltScope() => Current.Keyword switch
    {
        Keyword.Session or Keyword.Run or Keyword.User => Next(),
        Keyword.Agent or Keyword.System when Ahead is not { Kind: TokenKind.Name, Keyword: Keyword.None } => Next(),
        _ => null,
    };

    private KeywordNameSyntax? Otherwise() => At(Keyword.Otherwise) ? new KeywordNameSyntax(Next(), Expect(Keyword.Halt)) : null;
}
