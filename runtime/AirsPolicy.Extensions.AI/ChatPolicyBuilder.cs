using AirsPolicy.Hosting;
using Microsoft.Extensions.Logging;

namespace AirsPolicy.Extensions.AI;

/// <summary>Says how the policy of an application is made. It is made when it is first asked for.</summary>
public sealed class ChatPolicyBuilder
{
    // A timer waits no longer.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(49);

    private Func<IServiceProvider, PolicyHostOptions> _host = _ => new PolicyHostOptions();
    private Func<IServiceProvider, ChatPolicyOptions> _options = _ => new ChatPolicyOptions();
    private Func<PolicyHost, ActivationResult>? _load;
    private string _what = "policy";
    private Func<IServiceProvider, PolicyHost, WatchedBundle>? _watched;
    private TimeSpan _period;

    internal ChatPolicyBuilder()
    {
    }

    /// <summary>The bundle that decides.</summary>
    /// <param name="path">Its file; a path that is not rooted is taken from the folder of the application.</param>
    public ChatPolicyBuilder Bundle(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = Path.Combine(AppContext.BaseDirectory, path);
        _what = $"bundle '{file}'";
        _load = host => File.Exists(file)
            ? host.Load(File.ReadAllBytes(file))
            : throw new InvalidOperationException($"There is no bundle '{file}'.");
        return this;
    }

    /// <summary>
    /// The policy that decides, where it is no file: one that is compiled into the application, or a bundle from elsewhere.
    /// </summary>
    /// <param name="load">Loads it (<c>host =&gt; EmittedPolicies.Load(host, "support")</c>).</param>
    public ChatPolicyBuilder Load(Func<PolicyHost, ActivationResult> load)
    {
        ArgumentNullException.ThrowIfNull(load);
        (_what, _load) = ("policy", load);
        return this;
    }

    /// <summary>
    /// Has the application look for a newer bundle as long as it runs, first when it starts. Where neither <see cref="Bundle"/> nor
    /// <see cref="Load"/> names a policy, it does not start without the one that is watched.
    /// </summary>
    /// <param name="period">The time from one look to the next; more than zero and at most 49 days.</param>
    /// <param name="bundle">The bundle: <c>(_, host) =&gt; new WatchedBundle(host, "support.airsb")</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not more than zero, or longer than 49 days.</exception>
    public ChatPolicyBuilder Watch(TimeSpan period, Func<IServiceProvider, PolicyHost, WatchedBundle> bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(period, s_longest);
        (_period, _watched) = (period, bundle);
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
    /// There is no policy, it is refused, or it names what the application does not bind; the message says all that is missing.
    /// </exception>
    internal ChatPolicy Build(IServiceProvider services, ILogger? logger)
    {
        if (_load is null && _watched is null)
            throw new InvalidOperationException("AddAirsPolicy is not told which policy decides: call Bundle, Load or Watch.");
        var (bound, options) = (_host(services), _options(services));
        var host = new PolicyHost(bound with
        {
            Accepts = manifest => bound.Accepts?.Invoke(manifest) ?? Bindings.Refusal(manifest, options, bound),
        });
        if (_load?.Invoke(host) is { Activated: false, Reason: var reason })
            throw new InvalidOperationException($"The {_what} is refused: {reason}");
        return new ChatPolicy(host, options, logger, bound);
    }

    internal bool Watches => _watched is not null;

    /// <summary>The watch of the bundle.</summary>
    internal BundleWatch Watch(IServiceProvider services, ChatPolicy policy) =>
        new(policy, _watched!(services, policy.Host), _period);
}
