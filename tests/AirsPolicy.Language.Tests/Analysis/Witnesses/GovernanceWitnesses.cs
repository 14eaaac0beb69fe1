using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Tests.Analysis.Witnesses;

/// <summary>What is said of claims, tiers and parameters shows in requests, in profiles, and in the policy with another value.</summary>
internal static partial class GovernanceWitnesses
{
    public static Dictionary<string, Witness> All { get; } = new(StringComparer.Ordinal)
    {
        ["AIRS6006"] = new("requests of which none is decided as strictly as is claimed", ReachesNoFurther),
        ["AIRS6007"] = new("requests of which none is decided as strictly as is written", NeverMatches),
        ["AIRS6015"] = new("the profile, looked up in its scheme", ComesToMore),
        ["AIRS6016"] = new("a profile that says what this one leaves out", MayComeToMore),
        ["AIRS6030"] = new("a request of the policy with a stricter value, which is decided less strictly", LetsMoreThrough),
    };

    private static void ReachesNoFurther(WitnessCase shown, Diagnostic found)
    {
        var reached = Reached(shown, shown.Control(found.Arguments[0]));
        Assert.Equal(found.Arguments[2], Name(reached.Max()));
        Assert.True(reached.Max() < Enum.GetValues<Outcome>().First(outcome => Name(outcome) == found.Arguments[3]));
    }

    private static void NeverMatches(WitnessCase shown, Diagnostic found)
    {
        var control = shown.Control(found.Arguments[0]);
        var written = control
            .Placements.SelectMany(placement => placement.Rules)
            .SelectMany(rule => rule.Effects)
            .OfType<Language.Model.Effects.FixedEffectModel>()
            .Max(effect => effect.Effect.Outcome);
        Assert.DoesNotContain(Reached(shown, control), outcome => outcome >= written);
    }

    // What one of its rules has come to, by itself, in force or not.
    private static List<Outcome> Reached(WitnessCase shown, ControlModel control) =>
        [
            .. from placement in control.Placements
            from rule in placement.Rules
            from request in shown.Requests(placement, rule)
            let decision = shown.Interpreter.Decide(request.Point, request.Facts.ToJsonString())
            select decision
                .Fired.Concat(decision.Detected)
                .Where(fired => fired.Origin.Control == control.Id)
                .SelectMany(fired => fired.Effects)
                .Select(effect => effect.Outcome)
                .DefaultIfEmpty()
                .Max(),
        ];

    private static string Name(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    private static void ComesToMore(WitnessCase shown, Diagnostic found)
    {
        var (scheme, profile) = Profile(shown, found.Arguments[0]);
        var tier = scheme.Tiers[SchemeScore.Of(scheme, Wrapped(profile)).Least].Name;
        Assert.Equal(Bare(found.Arguments[1]), tier);
        Assert.True(Rank(scheme, tier) > Rank(scheme, Bare(found.Arguments[0])));
    }

    private static void MayComeToMore(WitnessCase shown, Diagnostic found)
    {
        var (scheme, profile) = Profile(shown, found.Arguments[1]);
        var missing = Quoted().Matches($"'{found.Arguments[0].Trim('\'')}'").Select(name => name.Groups[1].Value).ToList();
        IEnumerable<JsonObject> said = [profile];
        foreach (var name in missing)
            said = said.SelectMany(given =>
                    Values(
                            ((RecordShape)scheme.Profile.Facts.Members[0].Shape)
                                .Members.AsEnumerable()
                                .First(member => member.WireName == name)
                                .Shape)
                        .Select(value => With(given, name, value)))
                .ToList();
        var tiers = said.Select(given => SchemeScore.Of(scheme, Wrapped(given))).Select(score => scheme.Tiers[score.Most].Name).ToHashSet();
        Assert.Contains(Bare(found.Arguments[1]), tiers);
        Assert.True(tiers.Count > 1);
    }

    private static (Language.Model.Governance.SchemeModel Scheme, JsonObject Profile) Profile(WitnessCase shown, string tier)
    {
        var scheme = shown.Model.Governance.Schemes.First(scheme => scheme.Name.EndsWith(tier.Split('.')[^2], StringComparison.Ordinal));
        return (
            scheme,
            (JsonObject)
                JsonNode.Parse(shown.Model.Governance.Standings.First(standing => standing.Scheme == scheme.Name).Profile)!["profile"]!);
    }

    private static JsonObject With(JsonObject given, string name, JsonNode? value)
    {
        var more = (JsonObject)given.DeepClone();
        more[name] = value;
        return more;
    }

    private static IEnumerable<JsonNode?> Values(Shape shape) => shape switch
    {
        EnumShape names => names.Names.Select(name => (JsonNode?)name),
        BoolShape => [true, false],
        _ => [0, 1_000_000],
    };

    private static int Rank(Language.Model.Governance.SchemeModel scheme, string tier) =>
        scheme.Tiers.Index().First(known => known.Item.Name == tier).Index;

    private static string Bare(string tier) => tier[(tier.LastIndexOf('.') + 1)..];

    private static string Wrapped(JsonObject profile) => new JsonObject { ["profile"] = profile.DeepClone() }.ToJsonString();

    // The policy as it is, and with the parameter set as another package might: what may only get stricter gets looser.
    private static void LetsMoreThrough(WitnessCase shown, Diagnostic found)
    {
        var stricter = shown.Changed(Set(shown.Source.Content, found.Arguments[0], found.Arguments[1] == "higher"));
        var forms = shown.RulesAt(found).ToList();
        if (forms.Count == 0)
        {
            Assert.Contains(shown.Model.Queues.Zip(stricter.Model.Queues), queues => queues.Second.Sla > queues.First.Sla);
            return;
        }
        Assert.Contains(
            from form in forms
            from request in shown.Requests(form.Placement, form.Rule).Concat(stricter.Requests(form.Placement, form.Rule))
            let facts = request.Facts.ToJsonString()
            select (
                One: Effects(shown, form.Control, form.Rule, request.Point, facts),
                Other: Effects(stricter, form.Control, form.Rule, request.Point, facts)),
            fired => fired.One is not null && (fired.Other is null || fired.One.Zip(fired.Other).Any(IsLonger)));
    }

    private static IReadOnlyList<Effect>? Effects(WitnessCase shown, ControlModel control, RuleModel rule, string point, string facts) =>
        shown
            .Interpreter.Decide(point, facts)
            .Fired.FirstOrDefault(fired =>
                fired.Failure is null && fired.Origin.Control == control.Id && fired.Origin.Ordinal == rule.Ordinal)
            ?.Effects.AsEnumerable()
            .ToList();

    // People have longer, or a halt is over sooner.
    private static bool IsLonger((Effect One, Effect Other) effects) => effects switch
    {
        (HoldEffect one, HoldEffect other) => other.Ticks > one.Ticks,
        (HaltEffect one, HaltEffect other) => other.Ticks < one.Ticks,
        _ => false,
    };

    // Hours become minutes or days, and other numbers a quarter or a few more.
    private static string Set(string content, string name, bool higher) =>
        Regex.Replace(
            content,
            $@"(param {name}: .*? = )(\d+)(h?)",
            given =>
            {
                var number = int.Parse(given.Groups[2].Value, CultureInfo.InvariantCulture);
                var value =
                    given.Groups[3].Length > 0
                        ? $"{number}{(higher ? "d" : "m")}"
                        : string.Create(CultureInfo.InvariantCulture, $"{(higher ? number + 3 : number / 4)}");
                return given.Groups[1].Value + value;
            }
        );

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
