using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Hosting;
using AirsPolicy.ScriptedModel;

namespace AirsPolicy.Cli.Tests.Commands;

/// <summary>A judge is measured by what a model answers now.</summary>
public sealed class LiveCalibrationTests : IDisposable
{
    private const string Policy = """
        policy shop
        system s { owner "o" }
        judge small {
          model "s"  at output  prompt "{{ text }}"  returns { verdict: one of [ok, bad] }
          when verdict == bad then flag
          calibrate "golden.jsonl" { agreement at least 75%  missed at most 50% }
        }
        judge quick {
          model "q"  at output  prompt "{{ text }}"  returns { go: bool }  when not go then flag
          calibrate small { agreement at least 9% }
        }

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _policy;

    public LiveCalibrationTests()
    {
        _policy = _folder.Write("shop/a.airs", Policy);
        Cases(["one fine", "two fine", "three bad", "four bad"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_is_asked_about_each_case_and_the_result_is_kept_with_its_date()
    {
        await using var model = ModelServer.Start(
            new ScriptedReply { User = "one", Status = 503, Times = 1 },
            new ScriptedReply { User = "fine", Text = """{"verdict":"ok"}""", Usage = new ScriptedUsage(1_000, 100) },
            new ScriptedReply { User = "three", Text = """{"verdict":"bad"}""", Usage = new ScriptedUsage(1_000, 100) },
            new ScriptedReply { User = "four", Text = "It looks bad to me.", Usage = new ScriptedUsage(1_000, 100) });
        var kept = _folder.Write("kept.json", "");
        var run = Run(model, "--model", "other", "--input-price", "2", "--output-price", "10", "-o", kept);
        Assert.Equal("""
            shop.small: 4 cases, something is the matter in 2 of them, no answer to 1
              agreement      75.0%  3 of 4, between 30.1% and 95.4%, at least 75%
              missed          0.0%  0 of 2, between 0.0% and 65.8%, at most 50%
              false_alarms    0.0%  0 of 2, between 0.0% and 65.8%

            """, run.Out);
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains("shop.small: 4 requests with about ", run.Error, StringComparison.Ordinal);
        Assert.Contains("4 requests with 4000 tokens to read and 400 to write, cost 0.012", run.Error, StringComparison.Ordinal);
        Assert.All(model.Requests, request => Assert.Equal("other", (string?)request["model"]));
        var record = CalibrationRecord.Read(await File.ReadAllBytesAsync(kept));
        Assert.Equal(
            ("shop.small", "other", 4, 3, 1, 4_000L, 400L, 0.012m),
            (record.Judge, record.Model, record.Figures.Cases, record.Figures.Agreeing, record.Figures.Unanswered, record.InputTokens,
                record.OutputTokens, record.Cost));
        Assert.True(record.Time > new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(record, CalibrationRecord.Read(System.Text.Encoding.UTF8.GetBytes(record.ToString())));
    }

    [Fact]
    public async Task The_key_comes_from_the_environment_and_is_said_nowhere()
    {
        await using var model = ModelServer.Start(new ScriptedReply { Status = 401 });
        Environment.SetEnvironmentVariable("AIRS_TEST_KEY", "secret-of-the-test");
        var run = Run(model, "--key-from-environment", "AIRS_TEST_KEY");
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("no answer to 4", run.Out, StringComparison.Ordinal);
        Assert.Contains("The first failure: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-the-test", run.Out + run.Error, StringComparison.Ordinal);
        Assert.Equal(4, model.Requests.Count);
        Assert.All(model.Authorizations, authorization => Assert.Equal("Bearer secret-of-the-test", authorization));
    }

    [Fact]
    public async Task Many_requests_are_sent_only_where_that_is_meant()
    {
        await using var model = ModelServer.Start(new ScriptedReply { Text = """{"verdict":"ok"}""" });
        Cases([.. Enumerable.Range(0, 101).Select(number => string.Create(CultureInfo.InvariantCulture, $"{number} fine or bad"))]);
        var refused = Run(model);
        Assert.Equal(ExitCode.Usage, refused.Code);
        Assert.Contains("101 requests with about", refused.Error, StringComparison.Ordinal);
        Assert.Empty(model.Requests);
        Run(model, "--yes", "--parallel", "16");
        Assert.Equal(101, model.Requests.Count);
    }

    [Theory]
    [InlineData("is no address of a model", "--endpoint", "models.example")]
    [InlineData("Name a file of answers", "--model", "m")]
    [InlineData("'NO_SUCH_VARIABLE' is not set", "--endpoint", "http://127.0.0.1:9/v1", "--key-from-environment", "NO_SUCH_VARIABLE")]
    [InlineData("for everybody to read", "--endpoint", "http://models.example/v1", "--key-from-environment", "PATH")]
    [InlineData("'--parallel' is 1 to 64", "--endpoint", "http://127.0.0.1:9/v1", "--parallel", "0")]
    [InlineData("is no price", "--endpoint", "http://127.0.0.1:9/v1", "--input-price", "-1")]
    [InlineData("on recorded requests, and not by cases", "--endpoint", "http://127.0.0.1:9/v1", "--judge", "quick")]
    public void What_cannot_be_asked_says_why(string message, params string[] line)
    {
        var run = CliRun.Of(["calibrate", _policy, .. line, .. line.Contains("--judge") ? Array.Empty<string>() : ["--judge", "small"]]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private CliRun Run(ModelServer model, params string[] more) =>
        CliRun.Of(["calibrate", _policy, "--judge", "small", "--endpoint", model.Endpoint.ToString(), .. more]);

    private void Cases(string[] texts) =>
        _folder.Write(
            "shop/golden.jsonl",
            string.Concat(texts.Select((text, number) =>
                $$$"""{"shows":{"text":"{{{text}}}"},"answer":{"verdict":"{{{(number < texts.Length / 2 ? "ok" : "bad")}}}"}}""" + "\n")));
}
