using System.Globalization;
using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>A policy asks for a calibration that is not too old, of the judge as it stands.</summary>
public sealed class CalibrationAgeTests
{
    private const string Source = """
        policy shop
        system s { owner "o" }
        judge small {
          model "s"  at output  prompt "Is it right? {{ text }}"  returns { verdict: one of [ok, bad] }
          when verdict == bad then flag
          calibrate "golden.jsonl" { agreement at least 75% }
        }
        pace judge {
          enter alternate when judge.small.calibration_age > 30d
          recover alternate -> primary by "owner"
        }
        control careful { at input  when pace.judge >= alternate then block "The judge was not measured." }
        """;

    private const string Cases = """
        {"shows":{"text":"one"},"answer":{"verdict":"ok"}}
        {"shows":{"text":"two"},"answer":{"verdict":"bad"}}
        {"shows":{"text":"three"},"answer":{"verdict":"ok"}}
        {"shows":{"text":"two more"},"answer":{"verdict":"bad"}}
        """;

    private readonly Clock _clock = new();

    [Fact]
    public async Task A_calibration_gets_old_and_the_chart_worse()
    {
        var host = Host(Source, Cases);
        var record = await Measured(host);
        Assert.Equal(4, record.Figures.Agreeing);
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(Outcome.Allow, Signal(host, host.CalibrationAge(record)));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromDays(31), host.CalibrationAge(record));
        Assert.Equal(Outcome.Block, Signal(host, host.CalibrationAge(record)));
    }

    [Fact]
    public void Without_one_the_chart_is_worse_at_once() => Assert.Equal(Outcome.Block, Signal(Host(Source, Cases), null));

    public static TheoryData<string, string> Changes => new()
    {
        { "Is it right? ", "Is it wrong? " },
        { "model \"s\"", "model \"t\"" },
        { "[ok, bad] }", "[ok, bad], why: text? }" },
        { "judge small", "judge other" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task It_says_nothing_of_a_judge_that_was_changed(string from, string to)
    {
        var record = await Measured(Host(Source, Cases));
        Assert.NotNull(Host(Source, Cases).CalibrationAge(record));
        var changed = Source.Replace(from, to, StringComparison.Ordinal);
        if (to == "judge other")
            changed = changed.Replace("judge.small.", "judge.other.", StringComparison.Ordinal);
        Assert.Null(Host(changed, Cases).CalibrationAge(record));
    }

    [Fact]
    public async Task Nor_of_other_cases_nor_of_the_future_nor_where_the_bars_were_not_kept()
    {
        var record = await Measured(Host(Source, Cases));
        Assert.Null(Host(Source, Cases.Replace("one", "ten", StringComparison.Ordinal)).CalibrationAge(record));
        Assert.Null(Host(Source, Cases).CalibrationAge(record with { Time = Clock.Start.AddDays(1) }));
        Assert.Null(Host(Source, Cases).CalibrationAge(record with { Figures = record.Figures with { Agreeing = 1 } }));
        Assert.Null(new PolicyHost().CalibrationAge(record));
    }

    [Fact]
    public async Task A_record_is_read_as_it_was_written_and_nothing_else_is_one()
    {
        var record = await Measured(Host(Source, Cases));
        var text = record.ToString();
        Assert.Equal(record, CalibrationRecord.Read(Encoding.UTF8.GetBytes(text)));
        string[] others = ["", "null", "[]", "{}", text.Replace("\"cases\"", "\"case\"", StringComparison.Ordinal), text[..^1]];
        foreach (var broken in others)
            Assert.Throws<InvalidDataException>(() => CalibrationRecord.Read(Encoding.UTF8.GetBytes(broken)));
    }

    private static async Task<CalibrationRecord> Measured(PolicyHost host)
    {
        var measured = (await host.CalibrateAsync("shop.small", parallel: 2))!;
        return new CalibrationRecord(
            Clock.Start, "shop.small", "s", measured.JudgeDigest, measured.CasesDigest, measured.Figures, 1, 2, 0.5m);
    }

    private static Outcome Signal(PolicyHost host, TimeSpan? age)
    {
        var facts = age is { } known
            ? string.Create(CultureInfo.InvariantCulture, $$$$"""{"judge":{"small":{"calibration_age":{{{{known.TotalSeconds}}}}}}}""")
            : "{}";
        host.Decide("signal", Encoding.UTF8.GetBytes(facts));
        return host.Decide("input", """{"input":{"text":"Hello."}}"""u8).Outcome;
    }

    private PolicyHost Host(string source, string cases)
    {
        var host = new PolicyHost(new PolicyHostOptions
        {
            AllowUnsigned = true,
            Clock = _clock,
            Judges = new Dictionary<string, IJudge> { ["s"] = new Right() },
        });
        var model = BoundPolicy.Of(source, new Dictionary<string, string> { ["golden.jsonl"] = cases });
        Assert.Null(host.Load(BundleBuilder.Build(model)).Reason);
        return host;
    }

    private sealed class Right : IJudge
    {
        public ValueTask<string?> AnswerAsync(JudgeQuestion question, CancellationToken cancellation) =>
            new(question.Prompt.Contains("two", StringComparison.Ordinal) ? """{"verdict":"bad"}""" : """{"verdict":"ok"}""");
    }
}
