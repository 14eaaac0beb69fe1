using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>What an application says of its health, and which bundles it takes once it runs.</summary>
public sealed class HealthTests : IDisposable
{
    private const string Source = """
        policy desk
        system d { owner "o" }
        judge guard {
          model "small"  at output  timing inline  timeout 60s  on error block "Nobody could look at this."
          prompt "Is this right? {{ text }}"
          returns { verdict: one of [pass, fail] }
          when verdict == fail then block "That is not right."
        }
        fact errors: share at signal
        pace guardrail {
          enter alternate when errors > 5%
          recover alternate -> primary by "owner"
        }
        """;

    private readonly string _bundle = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.airsb");

    public HealthTests() => File.WriteAllBytes(_bundle, Guarded.BundleOf(Source));

    public void Dispose() => File.Delete(_bundle);

    [Fact]
    public async Task A_host_that_decides_is_healthy() =>
        Assert.Equal(HealthStatus.Healthy, (await Health(Services("""{"verdict":"pass"}"""))).Status);

    [Fact]
    public async Task One_without_a_bundle_is_not()
    {
        await using var services = Logged().AddSingleton(new PolicyHost()).AddHealthChecks().AddAirsPolicy().Services
            .BuildServiceProvider();
        Assert.Equal(HealthStatus.Unhealthy, (await Health(services)).Status);
    }

    [Fact]
    public async Task A_refused_bundle_degrades_it()
    {
        var services = Services("""{"verdict":"pass"}""");
        services.GetRequiredService<PolicyHost>().Load("no bundle"u8.ToArray());
        var health = await Health(services);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("was refused", health.Entries["airspolicy"].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judge_that_does_not_answer_degrades_it_and_one_that_does_again_does_not()
    {
        var says = "junk";
        var services = Services(() => says);
        var host = services.GetRequiredService<PolicyHost>();
        for (var asked = 0; asked < 2; asked++)
            await host.JudgeAsync("output", """{"output":{"text":"At nine."}}"""u8.ToArray());
        Assert.Equal(HealthStatus.Healthy, (await Health(services)).Status);
        await host.JudgeAsync("output", """{"output":{"text":"At nine."}}"""u8.ToArray());
        Assert.Equal("The judge 'desk.guard' does not answer.", (await Health(services)).Entries["airspolicy"].Description);
        says = """{"verdict":"pass"}""";
        await host.JudgeAsync("output", """{"output":{"text":"At nine."}}"""u8.ToArray());
        Assert.Equal(HealthStatus.Healthy, (await Health(services)).Status);
    }

    [Fact]
    public async Task A_chart_that_is_worse_degrades_it()
    {
        var services = Services("""{"verdict":"pass"}""");
        services.GetRequiredService<PolicyHost>().Decide("signal", """{"errors":0.5}"""u8);
        var health = await Health(services);
        Assert.Equal(
            (HealthStatus.Degraded, "A chart is at alternate."),
            (health.Status, health.Entries["airspolicy"].Description));
    }

    [Fact]
    public void A_later_bundle_that_needs_what_nobody_binds_is_refused_and_the_last_one_stays()
    {
        var host = Services("""{"verdict":"pass"}""").GetRequiredService<PolicyHost>();
        var before = host.Digest;
        var later = Source.Replace("\"small\"", "\"large\"", StringComparison.Ordinal)
            + "\ncontrol told { at input  when text contains \"x\" then notify \"security\", require \"read_twice\" }";
        var refused = host.Load(Guarded.BundleOf(later));
        Assert.False(refused.Activated);
        foreach (var name in new[] { "judge 'large'", "notify 'security'", "require 'read_twice'" })
            Assert.Contains(name, refused.Reason, StringComparison.Ordinal);
        Assert.Equal((before, refused.Reason), (host.Digest, host.Status().Refused));
    }

    [Fact]
    public void What_is_missing_stops_the_application_at_its_start()
    {
        var services = new ServiceCollection().AddAirsPolicy(policy => policy.Bundle(_bundle)
            .Host(_ => new PolicyHostOptions { AllowUnsigned = true })).BuildServiceProvider();
        Assert.Contains(
            "judge 'small'",
            Assert.Throws<InvalidOperationException>(() => services.GetServices<IHostedService>().ToList()).Message,
            StringComparison.Ordinal);
    }

    private ServiceProvider Services(string answer) => Services(() => answer);

    private ServiceProvider Services(Func<string> answer)
    {
        var services = Logged();
        var judges = new Dictionary<string, IJudge>
        {
            ["small"] = new ChatJudge(new AnsweringClient((_, _) => Task.FromResult(answer()))),
        };
        services.AddAirsPolicy(policy => policy.Bundle(_bundle)
            .Host(_ => new PolicyHostOptions { AllowUnsigned = true, Judges = judges }));
        services.AddHealthChecks().AddAirsPolicy();
        return services.BuildServiceProvider();
    }

    private static IServiceCollection Logged() => new ServiceCollection().AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));

    private static Task<HealthReport> Health(IServiceProvider services) =>
        services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
}
