using System.Collections.Concurrent;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Hosting;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests.Scripted;

/// <summary>A scripted model with a policy in front of it.</summary>
internal sealed class Guarded
{
    // Compiling takes longer than any test.
    private static readonly ConcurrentDictionary<string, byte[]> s_bundles = new(StringComparer.Ordinal);

    public Guarded(string source, ScriptedClient model, ChatPolicyOptions? options = null, PolicyHostOptions? host = null)
    {
        Model = model;
        Host = new PolicyHost((host ?? new PolicyHostOptions()) with { AllowUnsigned = true });
        Load(source);
        Policy = new ChatPolicy(Host, options);
        Client = With(model);
    }

    public ScriptedClient Model { get; }

    public PolicyHost Host { get; }

    public ChatPolicy Policy { get; }

    public IChatClient Client { get; }

    /// <summary>Puts another policy in the place of the one that decides.</summary>
    public void Load(string source) => Assert.Null(Host.Load(BundleOf(source)).Reason);

    public static byte[] BundleOf(string source) =>
        s_bundles.GetOrAdd(source, of => BundleBuilder.Build(BoundPolicy.Of(of)));

    /// <summary>Another model behind the same policy.</summary>
    public IChatClient With(ScriptedClient model) => model.AsBuilder().UseAirsPolicy(Policy).Build();

    public Task<ChatResponse> AskAsync(string text, ChatOptions? options = null) =>
        Client.GetResponseAsync([new ChatMessage(ChatRole.User, text)], options);

    /// <summary>What the model was sent of what users said, in the latest request.</summary>
    public string Sent => string.Join('|', Model.Asked[^1].Where(message => message.Role == ChatRole.User).Select(message => message.Text));

    /// <summary>The facts of a user in a session.</summary>
    public static ChatPolicyOptions In(string session, string user = "ann") =>
        new() { Facts = (_, _) => ValueTask.FromResult(new ChatFacts { Session = session, User = user }) };
}
