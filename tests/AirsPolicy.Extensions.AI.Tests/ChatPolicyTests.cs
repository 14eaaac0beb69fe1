using System.Text.Json.Nodes;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>What an application binds, and what it gives of each request.</summary>
public sealed class ChatPolicyTests
{
    private const string Source = """
        policy desk
        system d { owner "o" }
        fact account: { frozen: bool } at input from "ledger" within 10s
        fact purpose: text? at input
        control iced    { at input   when account.frozen then block "Your account is frozen." }
        control taxes   { at input   when (purpose ?? "") == "tax" then block "Not for taxes." }
        control ours    { at input   when "staff" not in user.roles then block "Staff alone." }
        control owls    { at input   when text contains "owl" then notify "security", flag }
        control rules   { at output  when text contains "rule" then require "read_twice" }
        control again   { at output  when flagged and text contains "again" then block "Not again." }
        control old     { at input   when session.turns > 2 or session.age > 1h then block "That is enough." }
        """;

    private readonly List<string> _told = [];
    private bool _confirms = true;
    private JsonNode? _account = new JsonObject { ["frozen"] = false };
    private ChatFacts _facts = new() { User = "ann", Roles = ["staff"], Session = "s" };

    [Fact]
    public void An_application_that_cannot_say_whether_it_takes_a_bundle_keeps_the_last_good_one()
    {
        var isBroken = false;
        var host = new PolicyHost(new PolicyHostOptions
        {
            AllowUnsigned = true,
            Accepts = _ => isBroken ? throw new TimeoutException("no answer") : null,
        });
        Assert.True(host.Load(Guarded.BundleOf("policy desk\nsystem d { owner \"o\" }")).Activated);
        var digest = host.Digest;
        isBroken = true;
        var refused = host.Load(Guarded.BundleOf("policy desk\nsystem d { owner \"p\" }"));
        Assert.Equal("The application cannot say whether it takes the bundle: no answer", refused.Reason);
        Assert.Equal(digest, host.Digest);
    }

    [Fact]
    public async Task Facts_of_the_application_and_of_providers_are_decided_on()
    {
        Assert.Equal("Hello.", (await AskAsync("Hello.")).Text);
        _facts = _facts with { Declared = new Dictionary<string, JsonNode?> { ["purpose"] = "tax", ["unknown"] = 1 } };
        Assert.Equal("Not for taxes.", (await AskAsync("Hello.")).Text);
        _facts = _facts with { Declared = new Dictionary<string, JsonNode?>(), Roles = [] };
        Assert.Equal("Staff alone.", (await AskAsync("Hello.")).Text);
        _facts = _facts with { Roles = ["staff"] };
        _account = new JsonObject { ["frozen"] = true };
        Assert.Equal("Your account is frozen.", (await AskAsync("Hello.")).Text);
        _account = null;
        Assert.Equal(ChatFinishReason.ContentFilter, (await AskAsync("Hello.")).FinishReason);
    }

    [Fact]
    public async Task Who_is_to_be_told_is_told_and_what_was_flagged_stays_so_for_the_answer()
    {
        Assert.Equal("Not again.", (await AskAsync("An owl.", "Never again.")).Text);
        Assert.Equal(["security: input"], _told);
        Assert.Equal("Never again.", (await AskAsync("A dog.", "Never again.")).Text);
    }

    [Fact]
    public async Task A_duty_is_confirmed_before_an_answer_goes_on()
    {
        Assert.Equal("A rule.", (await AskAsync("Hello.", "A rule.")).Text);
        _confirms = false;
        Assert.Equal(ChatFinishReason.ContentFilter, (await AskAsync("Hello.", "A rule.")).FinishReason);
    }

    [Fact]
    public async Task Turns_and_age_of_a_session_are_known()
    {
        var chat = Chat("Hello.");
        var user = new ChatMessage(ChatRole.User, "Hello.");
        var answer = new ChatMessage(ChatRole.Assistant, "Hello.");
        Assert.Equal("Hello.", (await chat.Client.GetResponseAsync([user, answer, user])).Text);
        Assert.Equal("That is enough.", (await chat.Client.GetResponseAsync([user, answer, user, answer, user])).Text);
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("That is enough.", (await chat.AskAsync("Hello.")).Text);
    }

    [Fact]
    public void What_the_policy_names_and_nobody_binds_is_said_in_one_message()
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        host.Load(Guarded.BundleOf(Source));
        var missing = Assert.Throws<InvalidOperationException>(() => new ChatPolicy(host));
        Assert.Equal(
            "The policy 'desk' names what the application does not bind: fact 'ledger', notify 'security', require 'read_twice'.",
            missing.Message);
    }

    [Fact]
    public async Task A_container_makes_the_policy_of_a_bundle_in_a_file()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.airsb");
        await File.WriteAllBytesAsync(file, Guarded.BundleOf(Source));
        try
        {
            var services = new ServiceCollection();
            services.AddAirsPolicy(policy => policy
                .Bundle(file)
                .Host(_ => new PolicyHostOptions { AllowUnsigned = true })
                .Options(_ => Options()));
            services.AddChatClient(ScriptedClient.Saying("Hello.")).UseAirsPolicy();
            await using var provider = services.BuildServiceProvider();
            var client = provider.GetRequiredService<IChatClient>();
            Assert.Equal("Hello.", (await client.GetResponseAsync("Hello.")).Text);
            Assert.Same(provider.GetRequiredService<ChatPolicy>(), client.GetService<ChatPolicy>());
            Assert.Same(provider.GetRequiredService<PolicyHost>(), provider.GetRequiredService<ChatPolicy>().Host);

            await using var unsigned = new ServiceCollection().AddAirsPolicy(policy => policy.Bundle(file)).BuildServiceProvider();
            Assert.Contains(
                "is refused: The bundle is not signed",
                Assert.Throws<InvalidOperationException>(unsigned.GetRequiredService<ChatPolicy>).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_container_makes_the_policy_that_is_loaded_for_it()
    {
        var bundle = Guarded.BundleOf(Source);
        using var provider = new ServiceCollection()
            .AddAirsPolicy(policy => policy
                .Load(host => host.Load(bundle))
                .Host(_ => new PolicyHostOptions { AllowUnsigned = true })
                .Options(_ => Options()))
            .BuildServiceProvider();
        Assert.Equal("desk", provider.GetRequiredService<PolicyHost>().Manifest!.Package);
    }

    [Fact]
    public void A_container_without_a_policy_says_what_is_wrong()
    {
        Assert.Equal(
            "AddAirsPolicy is not told which policy decides: call Bundle, Load or Watch.",
            Refusal(_ => { }));
        Assert.Equal(
            "The policy is refused: There is none today.",
            Refusal(policy => policy.Load(_ => new ActivationResult(false, null, "There is none today."))));
        var file = Path.GetFullPath("/nowhere/shop.airsb");
        Assert.Equal($"There is no bundle '{file}'.", Refusal(policy => policy.Bundle(file)));
        Assert.Throws<ArgumentException>(() => Refusal(policy => policy.Bundle("")));
    }

    [Theory]
    [InlineData(ServiceLifetime.Singleton)]
    [InlineData(ServiceLifetime.Scoped)]
    public async Task An_application_does_not_start_with_a_chat_client_that_no_policy_stands_in_front_of(ServiceLifetime lifetime)
    {
        await StartAsync(services =>
            services.AddChatClient(_ => ScriptedClient.Saying(), lifetime).ConfigureOptions(_ => { }).UseAirsPolicy());
        await StartAsync(services => services.AddKeyedChatClient("judge", _ => ScriptedClient.Saying(), lifetime));
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StartAsync(services => services.AddChatClient(_ => ScriptedClient.Saying(), lifetime)));
        Assert.StartsWith("No policy stands in front of the application's chat client: call UseAirsPolicy", fault.Message, default);
    }

    private readonly Conformance.Tests.Policies.Clock _clock = new();

    private static async Task StartAsync(Action<IServiceCollection> add)
    {
        var bundle = Guarded.BundleOf("policy desk\nsystem d { owner \"o\" }");
        var services = new ServiceCollection()
            .AddAirsPolicy(policy => policy.Load(host => host.Load(bundle)).Host(_ => new PolicyHostOptions { AllowUnsigned = true }));
        add(services);
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        foreach (var service in provider.GetServices<IHostedService>())
            await service.StartAsync(default);
    }

    private static string Refusal(Action<ChatPolicyBuilder> policy)
    {
        using var provider = new ServiceCollection().AddAirsPolicy(policy).BuildServiceProvider();
        return Assert.Throws<InvalidOperationException>(provider.GetRequiredService<ChatPolicy>).Message;
    }

    private ChatPolicyOptions Options() =>
        new()
        {
            Clock = _clock,
            Facts = (_, _) => ValueTask.FromResult(_facts),
            Providers = new Dictionary<string, Func<AskedFact, CancellationToken, ValueTask<JsonNode?>>>
            {
                ["ledger"] = (asked, _) => ValueTask.FromResult(asked.Facts.User == "ann" ? _account?.DeepClone() : null),
            },
            Notifications = new Dictionary<string, Func<Decision, CancellationToken, ValueTask>>
            {
                ["security"] = (decision, _) =>
                {
                    _told.Add($"security: {decision.Point}");
                    throw new InvalidOperationException("Nobody is there.");
                },
            },
            Duties = new Dictionary<string, Func<Decision, CancellationToken, ValueTask<bool>>>
            {
                ["read_twice"] = (_, _) => ValueTask.FromResult(_confirms),
            },
        };

    private Guarded Chat(string answer) =>
        new(Source, ScriptedClient.Saying(answer), Options(), new PolicyHostOptions { Clock = _clock });

    private Task<ChatResponse> AskAsync(string question, string answer = "Hello.") => Chat(answer).AskAsync(question);
}
