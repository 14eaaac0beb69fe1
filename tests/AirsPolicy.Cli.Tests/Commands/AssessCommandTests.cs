using System.Text.Json;
using AirsPolicy.Cli.Assessing;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Tests.Corpus;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class AssessCommandTests : IDisposable
{
    private const string Desk = """
        { "title": "Service desk", "package": "shop.desk", "owner": "desk@shop.example", "model": "model-1", "provider": "provider",
          "profile": { "audience": "external", "users": 20000, "data": ["pii"], "actions": "reversible", "sector": "none",
            "agents": 1, "review": "none", "corpus": [] } }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_tier_is_said_with_its_score_its_reasons_and_why_the_fast_lane_is_closed()
    {
        var run = CliRun.Of("assess", "--answers", _folder.Write("desk.json", Desk));
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains("Risk tier: High, with a score of 8\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("+2               personal data\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("at least high    personal data, outside\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("Fast lane is no choice, since this does not hold or is not known: profile.audience == internal;", run.Out, StringComparison.Ordinal);
        Assert.Contains("GR-IN-01", run.Out, StringComparison.Ordinal);
        Assert.Contains("queue.sla at most 4h", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("queue.sla at most 24h", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_is_not_taken_for_harmless()
    {
        var file = _folder.Write("a.json", """{ "profile": { "audience": "internal", "users": 5, "data": ["internal"], "sector": "none" } }""");
        using var json = JsonDocument.Parse(CliRun.Of("assess", "--answers", file, "--json").Out);
        var risk = json.RootElement.GetProperty("schemes")[0];
        Assert.Equal("low", risk.GetProperty("at_least").GetString());
        Assert.Equal("medium", risk.GetProperty("tier").GetString());
        Assert.Contains("irreversible actions", risk.GetProperty("not_known").EnumerateArray().Select(reason => reason.GetString()));
    }

    [Fact]
    public void A_system_that_meets_all_criteria_is_in_the_fast_lane()
    {
        var file = _folder.Write("a.json", """
            { "profile": { "audience": "internal", "users": 50, "data": ["internal"], "actions": "none", "sector": "none", "agents": 1,
              "review": "every_output", "corpus": [] } }
            """);
        Assert.Contains("Risk tier: Fast lane", CliRun.Of("assess", "--answers", file).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_is_asked_every_field_and_an_answer_that_is_none_is_asked_again()
    {
        var run = CliRun.With("Shop desk\n\n2\n20000\n9\n4\n2\n1\n1\n1\n\n\ndesk@shop.example\n\n", "assess");
        Assert.Equal(ExitCode.Clean, run.Code);
        foreach (var question in Assessment.Questions)
            Assert.Contains(question.Text, run.Out, StringComparison.Ordinal);
        Assert.Contains("'9' is none of them.", run.Out, StringComparison.Ordinal);
        Assert.Contains("Shop desk\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("Risk tier: ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_that_end_too_early_are_a_mistake_and_no_tier()
    {
        var run = CliRun.With("Shop\n1\n", "assess");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("The answers end before the last question", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Risk tier", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "is no JSON object")]
    [InlineData("{", "is no JSON of answers")]
    [InlineData("{}", "needs an object 'profile'")]
    [InlineData("""{ "profile": {}, "tier": "low" }""", "has a member 'tier'; it may have package,")]
    [InlineData("""{ "profile": { "size": 3 } }""", "has the field 'size', which nothing asks for; it asks for audience,")]
    [InlineData("""{ "profile": { "users": "many" } }""", "The profile does not fit")]
    [InlineData("""{ "profile": { "users": 1, "users": 2 } }""", "is no JSON of answers")]
    [InlineData("""{ "profile": { "users": -5 } }""", "'users' in ")]
    [InlineData("""{ "profile": {}, "use": "rented" }""", "'use' in ")]
    [InlineData("""{ "profile": {}, "use": true }""", "is no JSON of answers")]
    [InlineData("""{ "profile": {}, "confirmed": "OB-01" }""", "is no list of ids.")]
    [InlineData("""{ "profile": {}, "confirmed": [null] }""", "is no list of ids.")]
    [InlineData("""{ "package": "airs.high", "profile": {} }""", "is a package that ships with airs")]
    public void A_file_that_is_none_says_why(string text, string message)
    {
        var run = CliRun.Of("assess", "--answers", _folder.Write("a.json", text));
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("internal", "none", "[\"internal\"]", "every_output")]
    [InlineData("internal", "none", "[\"internal\"]", "none")]
    [InlineData("external", "none", "[\"internal\"]", "none")]
    [InlineData("external", "reversible", "[\"pii\"]", "none")]
    [InlineData("external", "irreversible", "[\"pii\", \"regulated\"]", "none")]
    [InlineData("external", "reversible", "[\"pii\"]", "none", "supervised")]
    public void The_first_policy_of_every_tier_checks_without_a_finding_once_what_only_people_know_is_confirmed(
        string audience, string actions, string data, string review, string? autonomy = null)
    {
        var answers = _folder.Write("a.json", $$"""
            { "title": "The \"desk\"", "package": "shop.desk", "owner": "desk@shop.example", "model": "model-1", "provider": "provider",
              "profile": { "audience": "{{audience}}", "users": 50, "data": {{data}}, "actions": "{{actions}}", "sector": "none",
                "agents": 1, "review": "{{review}}", "corpus": []{{(autonomy is null ? "" : $", \"autonomy\": \"{autonomy}\"")}} } }
            """);
        var folder = _folder.PathOf("desk");
        Assert.Equal(ExitCode.Clean, CliRun.Of("assess", "--answers", answers, "--write", folder).Code);
        var run = CliRun.Of("check", folder);
        Assert.True(run.Code == ExitCode.Clean, File.ReadAllText(Path.Join(folder, FirstPolicy.FileName)) + run.Out);
        Assert.Equal(ExitCode.Clean, CliRun.Of("fmt", folder, "--check").Code);
        Assert.Equal(ExitCode.Clean, CliRun.Of("assess", "--answers", answers, "--policy", folder).Code);
    }

    [Fact]
    public void Nobody_answers_for_a_policy_that_is_written_by_default()
    {
        var answers = _folder.Write("a.json", """{ "profile": { "users": 5 } }""");
        var run = CliRun.Of("assess", "--answers", answers, "--write", _folder.PathOf("desk"));
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("Say who answers for the system", run.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(_folder.PathOf("desk/policy.airs")));
    }

    [Fact]
    public void The_interview_for_a_policy_asks_until_somebody_answers_for_it()
    {
        var folder = _folder.PathOf("desk");
        var run = CliRun.With("Shop desk\n1\n2\n20\n2\n1\n1\n1\n1\n\n\n\ndesk@shop.example\n\n", "assess", "--write", folder);
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains("A policy says who answers for it.", run.Out, StringComparison.Ordinal);
        Assert.Contains("owner \"desk@shop.example\"", File.ReadAllText(Path.Join(folder, "policy.airs")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_hides_characters_is_written_without_them()
    {
        var answers = _folder.Write("a.json", Desk.Replace("Service desk", "Service\\u202E\\u0007 desk\\n", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Clean, CliRun.Of("assess", "--answers", answers, "--write", _folder.PathOf("desk")).Code);
        Assert.Contains("\"Service desk \"", File.ReadAllText(_folder.PathOf("desk/policy.airs")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_is_not_written_over()
    {
        var answers = _folder.Write("a.json", Desk);
        _folder.Write("desk/policy.airs", "policy mine\n");
        var run = CliRun.Of("assess", "--answers", answers, "--write", _folder.PathOf("desk"));
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("is there already; nothing was written", run.Error, StringComparison.Ordinal);
        Assert.Equal("policy mine\n", File.ReadAllText(_folder.PathOf("desk/policy.airs")));
    }

    [Fact]
    public void What_a_policy_lacks_comes_in_the_order_in_which_systems_need_it()
    {
        _folder.Write("desk/policy.airs", """
            policy shop.desk
            use airs.tiers
            use catalogue "airs_sdk"
            system desk { owner "desk@shop.example"  tier airs.low because "small"  satisfies OB-01 }
            control short { satisfies GR-IN-04  at input  when length(text) > 1_000 then block }
            """);
        var run = CliRun.Of("assess", "--answers", _folder.Write("a.json", Desk), "--policy", _folder.PathOf("desk"));
        Assert.Equal(ExitCode.Findings, run.Code);
        var lacks = run.Out[run.Out.IndexOf("What the policy lacks", StringComparison.Ordinal)..];
        Assert.Contains("the system stands in 'airs.low' only", lacks, StringComparison.Ordinal);
        Assert.True(lacks.IndexOf("CB-01", StringComparison.Ordinal) < lacks.IndexOf("GR-IN-01", StringComparison.Ordinal));
        Assert.True(lacks.IndexOf("GR-IN-01", StringComparison.Ordinal) < lacks.IndexOf("JG-01", StringComparison.Ordinal));
        Assert.True(lacks.IndexOf("JG-01", StringComparison.Ordinal) < lacks.IndexOf("GR-OUT-03", StringComparison.Ordinal));
        Assert.Contains("queue.sla    at most 4h; not judged yet", lacks, StringComparison.Ordinal);
        Assert.DoesNotContain("OB-01", lacks, StringComparison.Ordinal);
        Assert.DoesNotContain("GR-IN-04", lacks, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_field_of_the_schemes_has_a_question_and_each_question_a_field()
    {
        Assert.Equal(
            Assessment.Questions.Select(question => question.Field).Order(StringComparer.Ordinal),
            ProfileQuestion.Known.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_a_system_that_others_make_each_requirement_has_somebody_who_sees_to_it()
    {
        var file = _folder.Write("a.json", Desk.Replace("\"profile\"", "\"use\": \"consumed\", \"profile\"", StringComparison.Ordinal));
        var run = CliRun.Of("assess", "--answers", file);
        Assert.Equal(ExitCode.Clean, run.Code);
        var (gateway, maker, asked) = (
            run.Out.IndexOf("In front of it, by a policy", StringComparison.Ordinal),
            run.Out.IndexOf("Inside it, shown by its maker", StringComparison.Ordinal),
            run.Out.IndexOf("What its maker is asked beside that", StringComparison.Ordinal));
        Assert.InRange(run.Out.IndexOf("GR-OUT-01", StringComparison.Ordinal), gateway, maker);
        Assert.InRange(run.Out.IndexOf("CB-02", StringComparison.Ordinal), gateway, maker);
        Assert.InRange(run.Out.IndexOf("PG-01", StringComparison.Ordinal), maker, asked);
        Assert.True(run.Out.IndexOf("MC-2.9", StringComparison.Ordinal) > asked);

        using var json = JsonDocument.Parse(CliRun.Of("assess", "--answers", file, "--json").Out);
        var required = json.RootElement.GetProperty("schemes")[0].GetProperty("requires").EnumerateArray()
            .ToDictionary(id => id.GetProperty("id").GetString()!, id => id.GetProperty("by").GetString());
        Assert.Equal("gateway", required["GR-OUT-01"]);
        Assert.Equal("maker", required["PG-01"]);
        var asks = json.RootElement.GetProperty("asked_of_maker").EnumerateArray();
        Assert.Contains("MC-2.9", asks.Select(id => id.GetProperty("id").GetString()));
    }

    [Fact]
    public void Of_a_system_that_one_builds_nothing_is_asked_of_others()
    {
        using var json = JsonDocument.Parse(CliRun.Of("assess", "--answers", _folder.Write("desk.json", Desk), "--json").Out);
        Assert.False(json.RootElement.TryGetProperty("asked_of_maker", out _));
        Assert.False(json.RootElement.GetProperty("schemes")[0].GetProperty("requires")[0].TryGetProperty("by", out _));
    }

    [Fact]
    public void No_policy_is_written_for_a_system_that_others_make()
    {
        var file = _folder.Write("a.json", Desk.Replace("\"profile\"", "\"use\": \"consumed\", \"profile\"", StringComparison.Ordinal));
        var written = CliRun.Of("assess", "--answers", file, "--write", _folder.PathOf("desk"));
        Assert.Equal(ExitCode.Usage, written.Code);
        Assert.Contains("a policy for the gateway in front of it", written.Error, StringComparison.Ordinal);
        var asked = CliRun.With("Shop desk\n2\n", "assess", "--write", _folder.PathOf("desk"));
        Assert.Equal(ExitCode.Usage, asked.Code);
        Assert.Contains("a policy for the gateway in front of it", asked.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(_folder.PathOf("desk")));
    }

    [Fact]
    public void The_page_says_what_each_worked_example_comes_to()
    {
        var examples = Path.Join(RepositoryFolder.Root, "policies", "examples");
        var page = File.ReadAllLines(Path.Join(RepositoryFolder.Root, "docs", "guide", "examples.md"));
        var files = Directory.EnumerateFiles(examples, "answers.json", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var json = JsonDocument.Parse(CliRun.Of("assess", "--answers", file, "--json").Out);
            var tiers = json.RootElement.GetProperty("schemes").EnumerateArray().Select(scheme => scheme.GetProperty("tier").GetString());
            var folder = Path.GetRelativePath(examples, Path.GetDirectoryName(file)!).Replace('\\', '/');
            Assert.Contains(page, line =>
                line.StartsWith($"| `{folder}` |", StringComparison.Ordinal)
                && line.Contains($"| {string.Join(", ", tiers)} |", StringComparison.Ordinal));
        }
    }

    public void Dispose() => _folder.Dispose();
}
