using System.Globalization;
using System.Text;
using AirsPolicy.Cli.Console;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Extensions.AI;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Judges;

namespace AirsPolicy.Cli.Judging;

/// <summary>Measures a judge by what a live model answers: a host asks it, as it would in operation.</summary>
internal static class LiveCalibration
{
    /// <summary>How many requests are sent without being told to.</summary>
    public const int MostUnasked = 100;

    // About what a token is of texts that people write; the figures afterwards are those of the provider.
    private const int BytesOfToken = 4;

    /// <exception cref="UsageException">The judge cannot be asked like this, or it is asked too much for nobody to have agreed.</exception>
    public static CalibrationRecord Run(PolicyModel policy, JudgeModel judge, LiveModel live, bool agreed, Terminal terminal)
    {
        if (judge.Calibration!.Against is { } against)
            throw new UsageException($"'{judge.Name}' is measured by the judge '{against}' on recorded requests, and not by cases.");
        if (live.Name is not null && judge.Models.Count > 1)
            throw new UsageException($"'{judge.Name}' names {judge.Models.Count} models; leave out '--model', so that each is asked.");
        var chats = judge.Models.AsEnumerable().ToDictionary(model => model, model => LiveChat.Judge(live, model));
        var judges = chats.ToDictionary(chat => chat.Key, chat => new NotedJudge(chat.Value));
        var host = Host(policy, judges);
        var estimate = Estimate(host.CalibrationQuestions(judge.Name), judge, live);
        if (estimate.Requests > MostUnasked && !agreed)
            throw new UsageException($"{Text(estimate, "about ")} would be sent. Say --yes where that is meant.");
        terminal.Error.WriteLine($"{judge.Name}: {Text(estimate, "about ")}");
        using var progress = Progress.Of(terminal, "judging", "cases", isJson: false);
        var all = judge.Calibration.Cases.Count;
        var measured = host
            .CalibrateAsync(judge.Name, live.Parallel, new Told(done => progress?.Report(done, all)), CancellationToken.None)
            .AsTask()
            .GetAwaiter()
            .GetResult()!;
        progress?.Clear();
        var used = chats.Values.Select(chat => chat.TakeUsage()).Aggregate((one, other) => one with
        {
            Requests = one.Requests + other.Requests,
            InputTokens = one.InputTokens + other.InputTokens,
            OutputTokens = one.OutputTokens + other.OutputTokens,
            Cost = one.Cost + other.Cost,
        });
        terminal.Error.WriteLine($"{judge.Name}: {Text(used, "")}");
        if (judges.Values.Select(noted => noted.Failure).FirstOrDefault(failure => failure is not null) is { } first)
            terminal.Error.WriteLine($"The first failure: {first}");
        return new CalibrationRecord(
            terminal.Time.GetUtcNow(),
            judge.Name,
            live.Name ?? string.Join(',', judge.Models.AsEnumerable()),
            measured.JudgeDigest,
            measured.CasesDigest,
            measured.Figures,
            used.InputTokens,
            used.OutputTokens,
            used.Cost);
    }

    // Its own sources are compiled anew, so that nothing of a bundle is run.
    private static PolicyHost Host(PolicyModel policy, Dictionary<string, NotedJudge> judges)
    {
        var host = new PolicyHost(new PolicyHostOptions
        {
            AllowUnsigned = true,
            Judges = judges.ToDictionary(judge => judge.Key, IJudge (judge) => judge.Value),
        });
        return host.Load(BundleBuilder.Build(policy, [])) is { Activated: false, Reason: var reason }
            ? throw new UsageException($"The policy cannot decide today: {reason}")
            : host;
    }

    private static JudgeUsage Estimate(IReadOnlyList<JudgeQuestion> questions, JudgeModel judge, LiveModel live)
    {
        var input = questions.Sum(question => (long)Encoding.UTF8.GetByteCount(question.Prompt) + question.Schema.Length) / BytesOfToken;
        var answers = judge.Calibration!.Cases.AsEnumerable().Sum(one => (long)one.Answer.Length) / BytesOfToken;
        var output = answers * judge.Models.Count;
        return new JudgeUsage(
            questions.Count, input, output, ((input * live.InputPrice) + (output * live.OutputPrice)) / 1_000_000);
    }

    private static string Text(JudgeUsage used, string about)
    {
        var tokens = string.Create(CultureInfo.InvariantCulture, $"{used.InputTokens} tokens to read and {used.OutputTokens} to write");
        return string.Create(CultureInfo.InvariantCulture, $"{used.Requests} requests with {about}{tokens}, cost {used.Cost:0.####}");
    }

    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
