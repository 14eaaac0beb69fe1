using AirsPolicy.Hosting;
using Microsoft.Extensions.Logging;

namespace AirsPolicy.Extensions.AI;

/// <summary>Says how the policy of an application is made. It is made when it is first asked for.</summary>
public sealed class ChatPolicyBuilder
{
    private Func<IServiceProvider, PolicyHostOptions> _host = _ => new PolicyHostOptions();
    private Func<IServiceProvider, ChatPolicyOptions> _options = _ => new ChatPolicyOptions();
    private string? _bundle;

    internal ChatPolicyBuilder()
    {
    }

    /// <summary>The bundle that decides.</summary>
    /// <param name="path">Its file; a path that is not rooted is taken from the folder of the application.</param>
    public ChatPolicyBuilder Bundle(string path)
    {
        _bundle = Path.Combine(AppContext.BaseDirectory, path);
        return this;
    }

    /// <summary>The options of the host: which bundles it takes, its keys, judges and classifiers.</summary>
    public ChatPolicyBuilder Host(Func<IServiceProvider, PolicyHostOptions> options)
    {
        _host = options;
        return this;
    }

    /// <summary>The options of the policy: facts and their providers, notifications, duties, texts.</summary>
    public ChatPolicyBuilder Options(Func<IServiceProvider, ChatPolicyOptions> options)
    {
        _options = options;
        return this;
    }

    /// <exception cref="InvalidOperationException">
    /// There is no bundle, it is refused, or it names what the application does not bind; the message says all that is missing.
    /// </exception>
    internal ChatPolicy Build(IServiceProvider services, ILogger? logger)
    {
        if (_bundle is null)
            throw new InvalidOperationException("AddAirsPolicy is not told which bundle decides: call Bundle with its file.");
        if (!File.Exists(_bundle))
            throw new InvalidOperationException($"There is no bundle '{_bundle}'.");
        var (bound, options) = (_host(services), _options(services));
        var host = new PolicyHost(bound with
        {
            Accepts = manifest => bound.Accepts?.Invoke(manifest) ?? Bindings.Refusal(manifest, options, bound),
        });
        if (host.Load(File.ReadAllBytes(_bundle)) is { Activated: false, Reason: var reason })
            throw new InvalidOperationException($"The bundle '{_bundle}' is refused: {reason}");
        return new ChatPolicy(host, options, logger, bound);
    }
}
