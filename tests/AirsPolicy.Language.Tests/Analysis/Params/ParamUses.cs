using static AirsPolicy.Language.Tests.Analysis.Params.Accepted;

namespace AirsPolicy.Language.Tests.Analysis.Params;

/// <summary>A policy for every kind of place where the value of a parameter can stand.</summary>
internal static class ParamUses
{
    private const string Short = "given input \"abc\"\n", Long = "given input \"abcdefghij\"\n";
    private const string Texts = Short + Long + "given input \"\"\n";
    private const string Numbers = "given input \"abcdef\" { n: 0 }\ngiven input \"abcdef\" { n: 4 }\ngiven input \"abcdef\" { n: 9 }\n";

    private static readonly ParamValues s_int = new(["0", "3"], "6", ["8", "100", "9_223_372_036_854_775_807"]);
    private static readonly ParamValues s_share = new(["0%", "10%"], "50%", ["60%", "100%"]);
    private static readonly ParamValues s_time = new(["1s", "5m"], "1h", ["2h", "3650d"]);

    private static readonly ParamUse[] s_inExpressions =
    [
        Rule(["RuleModel.Condition", "CompareExpression.Right"], Lower, "length(text) > p", Texts),
        Rule(["CompareExpression.Left"], Lower, "p <= length(text)", Texts),
        Rule(["CompareExpression.Right"], Higher, "length(text) < p", Texts),
        Rule(["CompareExpression.Right"], None, "length(text) == p", Texts),
        Rule(["CompareExpression.Right"], None, "length(text) != p", Texts),
        Rule(["NotExpression.Operand"], Lower, "not (length(text) < p)", Texts),
        Rule(
            ["LogicalExpression.Left", "LogicalExpression.Right"],
            Lower,
            "text contains \"a\" and (length(text) > p or text contains \"z\")",
            Texts),
        Rule(["LogicalExpression.Left"], None, "length(text) > p or length(text) < p - 3", Texts),
        Rule(["NamedExpression.Body"], Lower, "long(p)", Texts, "let long(bound) = length(text) > bound\n"),
        Rule(
            ["QuantifierExpression.Body"],
            Lower,
            "any s in sizes: s > p",
            "given input \"a\" { sizes: [1, 5] }\n",
            "fact sizes: [int] at input\n"),
        Rule(
            ["QuantifierExpression.Body"],
            Higher,
            "all s in sizes: s < p",
            "given input \"a\" { sizes: [1, 7] }\n",
            "fact sizes: [int] at input\n"),
        Rule(
            ["QuantifierExpression.Body"],
            Lower,
            "(count s in sizes: s > p) > 1",
            "given input \"a\" { sizes: [1, 4, 7] }\n",
            "fact sizes: [int] at input\n"),
        Rule(["QuantifierExpression.List", "ListExpression.Items"], None, "any s in [p, 3]: s > length(text)", Texts),
        Rule(["MembershipExpression.Item"], None, "p in sizes", "given input \"a\" { sizes: [1, 6] }\n", "fact sizes: [int] at input\n"),
        Rule(["MembershipExpression.List"], None, "length(text) in [p, 3]", Texts),
        Rule(["ArithmeticExpression.Left", "ArithmeticExpression.Right"], Higher, "n + p > 8", Numbers, "fact n: int at input\n"),
        Rule(["ArithmeticExpression.Right"], Lower, "n - p > 1", Numbers, "fact n: int at input\n"),
        Rule(["ArithmeticExpression.Right"], None, "n * p > 20", Numbers, "fact n: int at input\n"),
        Rule(["ArithmeticExpression.Right"], Higher, "length(text) * p > 70", Numbers, "fact n: int at input\n"),
        Rule(["NegateExpression.Operand"], Higher, "n > -p", "given input \"a\" { n: -7 }\n", "fact n: int at input\n"),
        Rule(["ConvertExpression.Operand"], Lower, "weight > p", "given input \"a\" { weight: 5.5 }\n", "fact weight: decimal at input\n"),
        Rule(
            ["CoalesceExpression.Default"],
            Higher,
            "(n ?? p) > 7",
            "given input \"a\"\ngiven input \"a\" { n: 9 }\n",
            "fact n: int? at input\n"),
        Rule(
            ["CoalesceExpression.Optional", "TableExpression.Values"],
            Higher,
            "(by kind { some p } ?? 7) > 7",
            "given input \"a\" { kind: some }\ngiven input \"a\" { kind: other }\n",
            "fact kind: one of [some, other] at input\n"),
        Rule(
            ["TableExpression.Values"],
            Lower,
            "length(text) > by level { low p, high 2 }",
            "given input \"abcde\" { level: low }\n",
            "fact level: rising [low, high] at input\n"),
        new(
            ["TableExpression.Key"],
            "grade",
            new(["low"], "mid", ["high"]),
            None,
            "control c { at input  when length(text) > by p { low 1, mid 5, high 3 } then block }\n",
            Texts),
        Rule(
            ["LookupExpression.Key"],
            None,
            "length(text) > (rows.most(p) ?? 5)",
            Texts,
            "data rows: { n: int, most: int } from \"rows.csv\"\n"),
        Rule(
            ["HasExpression.Operand"],
            None,
            "p in rows",
            Texts,
            "data rows: { n: int } from \"rows.csv\"\n"),
        new(
            ["CompareExpression.Right"],
            "grade",
            new(["low"], "mid", ["high"]),
            Lower,
            "fact asked: grade at input\ncontrol c { at input  when asked > p then block }\n",
            "given input \"a\" { asked: mid }\ngiven input \"a\" { asked: high }\n"),
        new(
            ["CompareExpression.Right"],
            "decimal",
            new(["0.5"], "1.5", ["2.5"]),
            Lower,
            "fact weight: decimal at input\ncontrol c { at input  when weight > p then block }\n",
            "given input \"a\" { weight: 1.0 }\n"),
        new(
            ["ArithmeticExpression.Right"],
            "share",
            s_share,
            Higher,
            "fact paid: money GBP at input\ncontrol c { at input  when paid < 100 GBP * p then block }\n",
            "given input \"a\" { paid: 55 GBP }\n"),
        new(
            ["ArithmeticExpression.Right"],
            "duration",
            s_time,
            Lower,
            "fact since: instant at input\ncontrol c { at input  when now > since + p then block }\n",
            "given input \"a\" { since: \"2026-01-01T11:30:00Z\" }\n"),
    ];

    private static readonly ParamUse[] s_ofThePast =
    [
        Rule(
            ["EventSourceModel.Where"],
            Lower,
            "count of input i where length(i.input.text) > p per user within 1h >= 2",
            Short + Short + Short),
        Rule(
            ["EventSourceModel.Where"],
            None,
            "(count of input i where length(i.input.text) > p per user within 1h) == 2",
            Short + Short + Short),
        Rule(
            ["EventSourceModel.Value"],
            Higher,
            "sum of i.n + p over input i per user within 1h > 20",
            Numbers + Numbers,
            "fact n: int at input\n"),
        Rule(
            ["EventSourceModel.Value"],
            None,
            "(distinct of i.n + p over input i per user within 1h) > 2",
            Numbers + Numbers,
            "fact n: int at input\n"),
        Rule(
            ["EventSourceModel.Value"],
            Higher,
            "count of input i per user within 1h >= 1 and mean of i.n + p over input i per user within 1h > 8",
            Numbers + Numbers,
            "fact n: int at input\n"),
        Rule(
            ["EventSourceModel.Where"],
            None,
            "mean of i.n over input i where i.n > p per user within 1h > 20",
            Numbers + Numbers,
            "fact n: int at input\n"),
        Rule(
            ["EventSourceModel.Value"],
            None,
            "deviation of i.n * p over input i per user within 1h > 20",
            Numbers + Numbers,
            "fact n: int at input\n"),
        Rule(
            ["EventSourceModel.Keys", "AggregateExpression.Keys"],
            None,
            "count of input i where i.n == n + p per user within 1h > 2",
            Numbers,
            "fact n: int at input\n"),
        new(
            ["ParamRole.Unclear"],
            "duration",
            s_time,
            None,
            "control c { at input  when count of input per user within p > 2 then block }\n",
            Short + Short + Short),
        new(
            ["LimitDrawModel.Value"],
            "int",
            s_int,
            Lower,
            "limit questions p per user within 1h at input\n",
            string.Concat(Enumerable.Repeat(Short, 7))),
        new(
            ["LimitDrawModel.Amount"],
            "int",
            s_int,
            Higher,
            "fact n: int at input\nlimit spent 30 of n + p per user within 1h at input\n",
            Numbers),
        new(
            ["LimitDrawModel.Amount"],
            "int",
            s_int,
            None,
            "fact n: int at input\nlimit spent 30 of n * p per user within 1h at input\n",
            Numbers),
    ];

    private static readonly ParamUse[] s_inEffects =
    [
        new(
            ["ParamRole.LessIsStricter"],
            "duration",
            s_time,
            Lower,
            People + "control c { at input  always hold for people within p }\n",
            Short,
            Shows: false),
        new(
            ["ParamRole.LessIsStricter"],
            "duration",
            s_time,
            Lower,
            "queue people { sla p  reviewers \"staff\" }\ncontrol c { at input  always hold for people }\n",
            Short,
            Shows: false),
        new(
            ["HoldEffectModel.Within"],
            "duration",
            s_time,
            Lower,
            People
                + "fact level: rising [low, high] at input\ncontrol c { at input  always hold for people within by level { low p, high 1s } }\n",
            "given input \"a\" { level: low }\n",
            Shows: false),
        new(
            ["ParamRole.GreaterIsStricter"],
            "duration",
            s_time,
            Higher,
            "control c { at input  when text contains \"abc\" then halt session for p }\n",
            Short + "advance 90m\ngiven input \"z\"\n"),
        new(
            ["HaltEffectModel.For"],
            "duration",
            s_time,
            Higher,
            "fact level: rising [low, high] at input\ncontrol c { at input  when text contains \"abc\" then halt session for by level { " +
            "low p } }\n",
            "given input \"abc\" { level: low }\nadvance 90m\ngiven input \"z\" { level: low }\n"),
        new(
            ["DropEffectModel.Where"],
            "share",
            s_share,
            Higher,
            "control c { at retrieve  always drop s in sources where s.score < p }\n",
            "given retrieve { sources: [{ text: \"a\", host: \"h\", title: \"t\", readers: [], age: 1d, score: 55% }] }\n"),
    ];

    private static readonly ParamUse[] s_ofStates =
    [
        new(
            ["TriggerModel.Condition"],
            "share",
            s_share,
            Lower,
            Chart("enter alternate when guardrail.errors > p", "recover alternate -> primary by \"on-call\""),
            "given signal { guardrail: { errors: 45% } }\n" + Short),
        new(
            ["ParamRole.LessIsStricter"],
            "duration",
            s_time,
            Lower,
            Chart("enter alternate when guardrail.errors > 50% for p", "recover alternate -> primary by \"on-call\""),
            "given signal { guardrail: { errors: 60% } }\nadvance 30m\ngiven signal { guardrail: { errors: 60% } }\n" + Short),
        new(
            ["ParamRole.GreaterIsStricter"],
            "duration",
            s_time,
            Higher,
            Chart("enter alternate when guardrail.errors > 50%", "recover alternate -> primary by \"on-call\" after p"),
            "given signal { guardrail: { errors: 60% } }\ngiven signal\nadvance 90m\nrecover by \"on-call\"\n"),
        new(
            ["RecoveryModel.Where"],
            "share",
            s_share,
            Lower,
            Chart(
                "enter alternate when guardrail.dead_categories > 50%",
                "recover alternate -> primary by \"on-call\" where guardrail.errors < p"),
            "given signal { guardrail: { dead_categories: 60% } }\ngiven signal { guardrail: { errors: 45% } }\nrecover by \"on-call\"\n",
            Shows: false),
        new(
            ["TripModel.Condition"],
            "int",
            s_int,
            Lower,
            Breaker("trip when count of refused input per user within 60s >= p  open for 5m"),
            string.Concat(Enumerable.Repeat("given input \"bad\"\n", 4)) + Short),
        new(
            ["TripModel.Condition"],
            "share",
            s_share,
            Lower,
            Breaker(
                "trip when count of refused input per user within 1h > p * (count of input per user within 1h + count of refused input " +
                "per user within 1h)  open for 5m"
            ),
            "given input \"good\"\ngiven input \"good\"\ngiven input \"bad\"\ngiven input \"good\"\n"),
        Rule(["ArithmeticExpression.Right"], None, "length(text) > p * (n - 3)", Numbers, "fact n: int at input\n"),
        new(
            ["ParamRole.GreaterIsStricter"],
            "duration",
            s_time,
            Higher,
            Breaker("trip when count of refused input per user within 60s >= 2  open for p"),
            "given input \"bad\"\ngiven input \"bad\"\nadvance 90m\n" + Short),
    ];

    private static readonly ParamUse[] s_ofDeclarations =
    [
        Detector(Higher, "d.found(text)", ["DetectorExpression.Argument", "ParamRole.Weight"]),
        Detector(Lower, "not d.found(text)", ["ParamRole.Weight"]),
        Detector(Higher, "d.score(text) > 40%", ["ParamRole.Weight"]),
        Detector(None, "d.score(text) == 50%", ["ParamRole.Weight"]),
        Detector(Both, "d.count(text) > 1", ["ParamRole.Weight"], shows: false),
        Detector(Higher, "e.found(text)", ["ParamRole.Weight"], "detector e { match d weighs 90%  found at 45% }\n"),
        Detector(Lower, "not e.found(text)", ["ParamRole.Weight"], "detector e { match d weighs 90%  found at 45% }\n"),
        Detector(Both, "e.found(text)", ["ParamRole.Weight"], "detector e { match \"very bad\"  except d  found at 45% }\n", shows: false),
        Detector(Higher, "count of input i where d.found(i.input.text) per user within 1h >= 1", ["ParamRole.Weight"]),
        new(
            ["ParamRole.GreaterIsStricter"],
            "share",
            s_share,
            Higher,
            "queue people { sla 1h  reviewers \"staff\"  sample p where point == input }\n",
            Short,
            Shows: false),
        new(
            ["ParamRole.Unclear"],
            "duration",
            s_time,
            None,
            "fact risk: share at input from \"scores\" within p\ncontrol c { at input  when risk > 50% then block }\n",
            "given input \"a\" { risk: 60% }\n"),
        new(
            ["ParamRole.GreaterIsStricter", "ParamRole.LessIsStricter"],
            "duration",
            s_time,
            Higher,
            "audit { retain content p to 36500d }\n",
            Short,
            Shows: false),
        new(
            ["EventSourceModel.Where"],
            "int",
            s_int,
            None,
            "tool look { class read_only  args { rows: int } }\nworkflow w { owner \"o\"  tools look  goal found \"Something is found\" " +
            "where args.rows > p }\nagent a in w { tools look  covers found }\n",
            ""),
        new(
            ["SchemeRuleModel.Where"],
            "int",
            s_int,
            None,
            Scheme("score 2 where profile.users >= p because \"many people\"", "requires on_error at least flag"),
            ""),
        new(
            ["RequiredValueModel.Value", "ParamRole.LessIsStricter"],
            "duration",
            new(["1m", "5m"], "1h", ["2h", "3650d"]),
            Lower,
            Scheme("score 2 where profile.users >= 5 because \"many people\"", "requires queue.sla at most p")
                + "queue people { sla 1m  reviewers \"staff\" }\n",
            "",
            Shows: false),
        new(
            ["ProvenPlace.Condition"],
            "int",
            s_int,
            Both,
            "control c { at input  when length(text) > 9 then block }\nprove \"long ones stop\" { at input when length(text) > 9 and " +
            "length(text) > p then at least block }\n",
            Short,
            Shows: false),
        new(["ExpectConditionStep.Condition"], "int", s_int, Both, "", Short + "expect length(message ?? \"\") != p\n", Shows: false),
    ];

    /// <summary>Nodes that hold no value of a parameter, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Without { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ExpectStep.OfFailures"] = "they are the conditions of the same expect",
        ["TextTestExpression.Text"] = "it is a text, and no parameter with a direction is one",
        ["TextTestExpression.Part"] = "it is a text",
        ["MatchesExpression.Text"] = "it is a text",
        ["ConcatExpression.Left"] = "it is a text",
        ["ConcatExpression.Right"] = "it is a text",
        ["DetectorExpression.Classified"] = "they are facts",
        ["OriginExpression.Value"] = "it is a text",
        ["OriginExpression.Session"] = "it is a fact",
        ["CarriesLabelExpression.Session"] = "it is a fact",
        ["FollowsExpression.Step"] = "it is a fact",
        ["FollowsExpression.Keys"] = "they are facts",
        ["CallExpression.Arguments"] = "functions take texts, lists and records",
        ["CutEffectModel.Text"] = "it is a fact",
        ["RedactEffectModel.Target"] = "it is a fact",
        ["RedactEffectModel.Except"] = "it is a fact",
        ["DropEffectModel.List"] = "it is a fact",
        ["LimitDrawModel.Keys"] = "they are facts",
        ["LimitDrawModel.Where"] = "the compiler makes it: whether an agent acts",
        ["ContentSourceModel.Session"] = "the compiler makes it of facts",
        ["ContentSourceModel.Where"] = "the compiler makes it of facts",
        ["ContentSourceModel.Texts"] = "it is a fact",
        ["ContentSourceModel.Remembered"] = "it is a fact",
        ["ContentSourceModel.Recalled"] = "it is a fact",
        ["ParamRole.InExpression"] = "it is what all nodes hold",
    };

    public static IReadOnlyList<ParamUse> All { get; } =
        [.. s_inExpressions, .. s_ofThePast, .. s_inEffects, .. s_ofStates, .. s_ofDeclarations];

    private static string People => "queue people { sla 1d  reviewers \"staff\" }\n";

    private static ParamUse Rule(string[] of, Accepted accepted, string condition, string steps, string declarations = "") =>
        new(of, "int", s_int, accepted, $"{declarations}control c {{ at input  when {condition} then block }}\n", steps);

    private static ParamUse Detector(Accepted accepted, string condition, string[] of, string declarations = "", bool shows = true) =>
        new(
            of,
            "share",
            accepted == Lower ? s_share : new(["0%", "10%"], "30%", ["60%", "100%"]),
            accepted,
            $"detector d {{ match \"bad\" weighs p  match \"worse\" weighs 20%  found at 50% }}\n{declarations}control c {{ at input  when {condition} then block }}\n",
            "given input \"very bad\"\ngiven input \"worse\"\ngiven input \"good\"\n",
            shows);

    private static string Chart(string enter, string recover) =>
        $"pace guardrail {{ {enter}  from alternate at input always block  {recover} }}\n";

    private static string Breaker(string trip) =>
        $"control bad {{ at input  when text contains \"bad\" then block }}\nbreaker b {{ per user  {trip}  probe 1 }}\n";

    private static string Scheme(string rule, string requires) =>
        $"scheme risk {{ profile {{ users: int }}  {rule}  ladder low 1, high }}\ntier low in risk {{ {requires} }}\ntier high in risk {{ }}\n";
}
