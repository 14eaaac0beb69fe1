using System.Globalization;
using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Conformance.Tests.Differential;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>A waiver takes a control out of force until the end of its day, where the system is, and not an instant longer.</summary>
public sealed class WaiverLaws
{
    private const int Cases = 30;
    private const int Instants = 12;

    // Each control with the end of its waiver; the last is not waived. What they do rises, so that every waiver that ends shows in the
    // outcome.
    private static readonly (string Effect, string? Until)[] s_controls =
    [
        ("halt session", "2026-06-30"),
        ("block", "2026-03-29"),
        ("hold for people", "2026-02-28"),
        ("append \"!\"", "2026-12-31"),
        ("flag", null),
    ];

    private static readonly (string Zone, byte[] Bundle)[] s_bundles =
    [
        .. new[] { "UTC", "Europe/London", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Kiritimati" }.Select(zone =>
            (zone, BundleBuilder.Build(BoundPolicy.Of(Source(zone))))),
    ];

    [Fact]
    public void A_waived_control_is_back_the_day_after_in_both_engines_and_the_host()
    {
        var model = BoundPolicy.Of(Source("UTC"));
        var interpreter = new PolicyInterpreter(model);
        using var emitted = new EmittedEngine(model);
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var (zone, bundle) = s_bundles[seed % s_bundles.Length];
                    var clock = new SetClock();
                    var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = clock });
                    Assert.Null(host.Load(bundle).Reason);
                    foreach (var instant in Drawn(new Random(seed), zone))
                    {
                        var day = DateOnly.FromDateTime(
                            TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
                        var facts =
                            $$$"""{"now":"{{{InstantText.Format(instant.UtcTicks)}}}","today":"{{{DateText.Format(day.DayNumber)}}}","output":{"text":"Hello.","modality":"prose","tokens":1}}""";
                        clock.Now = instant;
                        AssertWaived(interpreter.Decide("output", facts), day);
                        AssertWaived(emitted.Decide("output", facts), day);
                        AssertWaived(host.Decide("output", Encoding.UTF8.GetBytes(facts)), day);
                        host.State?.Halts.LiftSystem();
                    }
                }
            )
            .Check(Laws.Config.WithMaxTest(Cases));
    }

    private static void AssertWaived(Decision decision, DateOnly day)
    {
        var back = s_controls
            .Select((control, number) => (control, number))
            .Where(each => !(day <= End(each.control.Until)))
            .Select(each => $"shop.c{each.number}");
        Assert.Equal(back, decision.Fired.Select(fired => fired.Origin.Control));
        Assert.Equal(s_controls.Length, decision.Fired.Count + decision.Detected.Count);
        Assert.Null(decision.Failure);
        Assert.Equal(Strongest(day), decision.Outcome);
    }

    private static Outcome Strongest(DateOnly day) =>
        !(day <= End(s_controls[0].Until)) ? Outcome.Halt
        : !(day <= End(s_controls[1].Until)) ? Outcome.Block
        : !(day <= End(s_controls[2].Until)) ? Outcome.Hold
        : Outcome.Flag;

    // Around the ends of days, where waivers end and clocks change; in order, since the clock of a host never runs back.
    private static IEnumerable<DateTimeOffset> Drawn(Random random, string zone) =>
        Enumerable
            .Range(0, Instants)
            .Select(_ =>
            {
                var end = End(s_controls[random.Next(s_controls.Length - 1)].Until)!.Value.AddDays(random.Next(-1, 2));
                var local = end.ToDateTime(TimeOnly.MinValue)
                    .AddTicks((random.NextInt64(-1, 2) * TimeSpan.TicksPerMinute * random.Next(0, 2)) + random.Next(-1, 1));
                return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(local));
            })
            .OrderBy(instant => instant.UtcTicks);

    private static DateOnly? End(string? day) => day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static string Source(string zone)
    {
        var text = new StringBuilder(
            $"policy shop\nsystem s {{ owner \"ops\"  approved by \"risk\"  zone \"{zone}\" }}\nqueue people {{ sla 1h  reviewers \"expert\" }}\n"
        );
        for (var i = 0; i < s_controls.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"control c{i} {{ at output  always {s_controls[i].Effect} }}\n");
            if (s_controls[i].Until is { } until)
                text.Append(CultureInfo.InvariantCulture, $"waive c{i} because \"trial\" approved by \"ciso\" until {until}\n");
        }
        return text.ToString();
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
