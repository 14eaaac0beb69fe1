using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Conformance.Tests.Differential;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Analysis.Facts;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Schemas;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>What <c>airs facts --json</c> publishes is what a host takes and what rules need: not more, and not less.</summary>
public sealed class RequestFactsLaws
{
    private static readonly int s_documents = Laws.Few(30);

    // A value of a type that is none of the other values' types.
    private static readonly string[] s_others = ["true", "\"§\"", "{\"§\":[]}", "[[[]]]"];

    public static TheoryData<string> Policies => [.. Examples.Some.Where(name => Examples.Model(name).Deployable)];

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_host_takes_every_document_of_the_schema(string policy)
    {
        var model = Examples.Model(policy);
        // Whether facts fit hangs on nothing that has happened.
        var host = Host(Examples.Bundle(policy));
        foreach (var request in RequestFacts.Of(model))
        {
            var published = new Published(request);
            ForAll(random =>
            {
                var facts = published.Sample(random, share: random.Next(100));
                if (!published.Fits(facts))
                    return;
                var failure = host.Decide(request.Layout.Point, Encoding.UTF8.GetBytes(facts)).Failure;
                Assert.True(failure is null or { Kind: FailureKind.MissingFact }, $"{request.Layout.Point} {facts}: {failure}");
            });
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_host_refuses_what_has_another_type_or_another_name(string policy)
    {
        var model = Examples.Model(policy);
        var interpreter = new PolicyInterpreter(model);
        // Whether facts fit hangs on nothing that has happened.
        var host = Host(Examples.Bundle(policy));
        foreach (var request in RequestFacts.Of(model))
        {
            var published = new Published(request);
            ForAll(random =>
            {
                var facts = published.Broken(random);
                var failure = host.Decide(request.Layout.Point, Encoding.UTF8.GetBytes(facts)).Failure;
                var isTaken = failure is null or { Kind: FailureKind.MissingFact };
                Assert.True(
                    published.Fits(facts) ? isTaken : !isTaken || Missing(Interpreted(interpreter, request.Layout.Point, facts)).Any(),
                    $"{request.Layout.Point} {facts}: {published.Problem(facts)}, {failure}");
            });
            Assert.InRange(published.Refused, 1, s_documents);
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_rule_fails_where_a_required_fact_is_missing_and_no_rule_where_only_others_are(string policy)
    {
        var model = Examples.Model(policy);
        var bundle = Examples.Bundle(policy);
        NeedsWhatIsRequired(model);
        var host = Host(bundle);
        foreach (var request in RequestFacts.Of(model))
        {
            var least = new Published(request).Least().First().ToJsonString();
            var decision = host.Decide(request.Layout.Point, Encoding.UTF8.GetBytes(least));
            Assert.DoesNotContain(Missing(decision), detail => !IsOfHost(detail));
            // Once something is halted no rule is asked any more. Making a host takes as long as a thousand decisions.
            if (decision.Outcome == Runtime.Decisions.Outcome.Halt)
                host = Host(bundle);
        }
    }

    [Fact]
    public void Of_random_policies_the_same_is_required_as_rules_need()
    {
        var removed = RandomCases.All(texts: false).Take(60).Sum(drawn => NeedsWhatIsRequired(drawn.Model));
        Assert.True(removed > 300, $"{removed} facts were taken away.");
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_providers_are_those_of_the_manifest(string policy)
    {
        var model = Examples.Model(policy);
        var manifest = Bundle.Read(Examples.Bundle(policy)).Manifest;
        var known = manifest.Providers.Select(provider => provider.Provider).ToHashSet(StringComparer.Ordinal);
        var given = RequestFacts.Of(model).SelectMany(request => request.Facts.Concat(request.Tools.SelectMany(tool => tool.All)))
            .Where(fact => fact.Supplier.Kind is FactSupplierKind.Provider or FactSupplierKind.Classifier).ToList();
        Assert.All(given, fact => Assert.Contains(fact.Supplier.Name!, known));
        Assert.All(given.Where(fact => fact.Supplier.Kind == FactSupplierKind.Provider), fact => Assert.Contains(
            manifest.Providers, provider => provider.Fact == fact.Member.Name && provider.Within == fact.Supplier.Within));
    }

    // How many facts were taken away.
    private static int NeedsWhatIsRequired(PolicyModel model)
    {
        var (removed, interpreter) = (0, new PolicyInterpreter(model));
        foreach (var request in RequestFacts.Of(model))
        {
            var published = new Published(request);
            foreach (var least in published.Least())
            {
                var facts = least.ToJsonString();
                Assert.True(published.Fits(facts), $"{request.Layout.Point} {facts}: {published.Problem(facts)}");
                var missing = Missing(Interpreted(interpreter, request.Layout.Point, facts)).FirstOrDefault(detail => !IsOfHost(detail));
                Assert.True(missing is null, $"{request.Layout.Point} {facts}: {missing}");
                foreach (var path in Paths(least, []).Where(path => path is not ["tool"]))
                {
                    var without = Without(least, path);
                    if (published.Fits(without))
                        continue;
                    removed++;
                    Assert.True(
                        IsRefused(Interpreted(interpreter, request.Layout.Point, without)),
                        $"{request.Layout.Point} {without}: nothing misses '{string.Join('.', path)}'.");
                }
            }
        }
        return removed;
    }

    private static bool IsRefused(Decision decision) => decision.Failure is not null || Missing(decision).Any();

    // What the host's ClassifyAsync and JudgeAsync put among the facts.
    private static bool IsOfHost(string detail) => detail.Contains(':', StringComparison.Ordinal);

    // Facts that rules lack whatever the values of others are.
    private static IEnumerable<string> Missing(Decision decision) =>
        decision
            .Fired.Concat(decision.Detected)
            .Select(rule => rule.Failure)
            .Append(decision.Failure)
            .Where(failure => failure is { Kind: FailureKind.MissingFact })
            .Select(failure => failure!.Detail)
            .Where(detail => detail.EndsWith("is missing.", StringComparison.Ordinal));

    private static Decision Interpreted(PolicyInterpreter interpreter, string point, string facts)
    {
        var given = JsonNode.Parse(facts)!.AsObject();
        given.TryAdd("now", "2027-03-31T12:00:00Z");
        given.TryAdd("today", "2027-03-31");
        given.TryAdd("time_of_day", "12h");
        // What a host puts there itself.
        (given["request"] ??= new JsonObject())["id"] = "r";
        var system = given["system"] ??= new JsonObject();
        system["tier"] ??= "critical";
        return new EventReplay(interpreter)
            .Decide(point, given.ToJsonString(), new DateTime(2027, 3, 31, 12, 0, 0, DateTimeKind.Utc).Ticks, answer: null)
            .Decision;
    }

    private static IEnumerable<string[]> Paths(JsonObject record, string[] above) =>
        record.SelectMany(member =>
            (member.Value is JsonObject inner ? Paths(inner, [.. above, member.Key]) : []).Prepend([.. above, member.Key]));

    private static string Without(JsonObject facts, string[] path)
    {
        var copy = facts.DeepClone().AsObject();
        var at = copy;
        foreach (var name in path[..^1])
            at = at[name]!.AsObject();
        at.Remove(path[^1]);
        return copy.ToJsonString();
    }

    private static PolicyHost Host(byte[] bundle)
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        Assert.Null(host.Load(bundle).Reason);
        return host;
    }

    private static void ForAll(Action<Random> holds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => holds(new Random(seed))).Check(Laws.Config.WithMaxTest(s_documents));

    /// <summary>The published schema of a point.</summary>
    private sealed class Published
    {
        private readonly JsonElement _root;
        private readonly JsonSchema _schema;

        public Published(RequestFacts request)
        {
            var text = FactsSchema.Write(request.Layout, FactNotes.Of(request));
            _root = JsonElement.Parse(Encoding.UTF8.GetBytes(text));
            var compilation = JsonSchema.Compile(Encoding.UTF8.GetBytes(text), options: new SchemaOptions { AssertFormats = true });
            Assert.Null(compilation.Error?.Detail);
            _schema = compilation.Schema!;
        }

        /// <summary>How many broken documents did not fit.</summary>
        public int Refused { get; private set; }

        public string Sample(Random random, int share) => new SchemaSamples(random).Of(_root, share)!.ToJsonString();

        public string Broken(Random random)
        {
            var facts = JsonNode.Parse(Sample(random, share: 60))!.AsObject();
            var paths = Paths(facts, []).ToList();
            if (paths.Count == 0 || random.Next(6) == 0)
            {
                facts["x_unknown"] = 1;
            }
            else
            {
                var path = paths[random.Next(paths.Count)];
                var at = facts;
                foreach (var name in path[..^1])
                    at = at[name]!.AsObject();
                at[path[^1]] = JsonNode.Parse(s_others[random.Next(s_others.Length)]);
            }
            var broken = facts.ToJsonString();
            Refused += Fits(broken) ? 0 : 1;
            return broken;
        }

        /// <summary>For each tool a document with what is required and nothing else.</summary>
        public IEnumerable<JsonObject> Least() =>
            (_root.TryGetProperty("oneOf", out var tools) ? tools.EnumerateArray().ToArray() : [_root]).Select(branch =>
                new SchemaSamples(new Random(1)).Of(branch, share: 0)!.AsObject());

        public bool Fits(string facts) => Problem(facts) is null;

        public string? Problem(string facts)
        {
            var verdict = _schema.Validate(Encoding.UTF8.GetBytes(facts));
            return verdict.Kind == SchemaVerdictKind.Fits ? null : $"{verdict.ValuePath} {verdict.Problem}";
        }
    }
}
