using AirsPolicy.Hosting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AirsPolicy.Extensions.AI;

/// <summary>Puts a policy in front of a chat client.</summary>
public static class AirsPolicyChatClientBuilderExtensions
{
    /// <summary>
    /// Decides on everything that goes to and comes from what is added behind it. It invokes functions itself, in the place of
    /// <c>UseFunctionInvocation</c>; nothing that executes tools stands in front of it either.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="policy">The policy.</param>
    public static ChatClientBuilder UseAirsPolicy(this ChatClientBuilder builder, ChatPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(policy);
        return builder.Use(inner => new PolicyChatClient(inner, policy));
    }

    /// <inheritdoc cref="UseAirsPolicy(ChatClientBuilder, ChatPolicy)"/>
    /// <param name="host">The host, with its bundle.</param>
    /// <param name="options">How; null for the defaults.</param>
    public static ChatClientBuilder UseAirsPolicy(this ChatClientBuilder builder, PolicyHost host, ChatPolicyOptions? options = null) =>
        builder.UseAirsPolicy(new ChatPolicy(host, options));

    /// <summary>The same, with the policy that <c>AddAirsPolicy</c> has added to the services.</summary>
    public static ChatClientBuilder UseAirsPolicy(this ChatClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((inner, services) => new PolicyChatClient(inner, services.GetRequiredService<ChatPolicy>()));
    }
}
