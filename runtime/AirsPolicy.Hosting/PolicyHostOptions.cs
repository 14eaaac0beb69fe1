using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Signing;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Hosting;

/// <summary>How a policy host takes bundles and facts.</summary>
public sealed record PolicyHostOptions
{
    /// <summary>
    /// The keys that bundles have to be signed by. Null for none: then no signature is asked for, and bundles are taken only where
    /// <see cref="AllowUnsigned"/> says so.
    /// </summary>
    public TrustedKeys? TrustedKeys { get; init; }

    /// <summary>
    /// Takes bundles whoever has signed them or not, where the host has no <see cref="TrustedKeys"/>; a host that has some asks for their
    /// signatures all the same. False by default: whoever can write the bundle decides what the system may do.
    /// </summary>
    public bool AllowUnsigned { get; init; }

    /// <summary>
    /// Says in one sentence why the application does not take a bundle, as one that needs what the application does not bind, or null. It
    /// is asked of every bundle before that decides; the last good one goes on deciding. Null takes every bundle.
    /// </summary>
    public Func<BundleManifest, string?>? Accepts { get; init; }

    /// <summary>
    /// Where is kept how far channels have been seen to be: by default in the store, or in memory where the host has none, so that a
    /// restart forgets it.
    /// </summary>
    public IChannelMarks ChannelMarks { get; init; } = new ChannelMarks();

    /// <summary>
    /// Where is kept what has to outlive the process: what is halted, breakers, charts, what waits for people, what was drawn and counted.
    /// Null keeps it in memory, so that a restart forgets it. One host has one store, and does not close it.
    /// </summary>
    public IPolicyStore? Store { get; init; }

    /// <summary>
    /// How long a decision waits until the store has kept what nobody may be told of before. One that is not kept by then is refused. 5 s
    /// by default.
    /// </summary>
    public TimeSpan StoreTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How evidence of what is decided is recorded in the store; null records none. A host without a store has nowhere to record it.
    /// </summary>
    public EvidenceOptions? Evidence { get; init; }

    /// <summary>The clock, which gives the facts <c>now</c> and <c>today</c>. The system's by default.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// The secret under which hidden values are named and hashed; at least 16 bytes are advised. Null for one of the store's, or of this
    /// host's own where it has none, so that hashes mean nothing to any other.
    /// </summary>
    public ReadOnlyMemory<byte>? RedactionKey { get; init; }

    /// <summary>The classifiers that policies can name. One that is not among them gives no answer.</summary>
    public IReadOnlyDictionary<string, IClassifier> Classifiers { get; init; } =
        System.Collections.Frozen.FrozenDictionary<string, IClassifier>.Empty;

    /// <summary>The models that judges of policies can name. One that is not among them gives no answer.</summary>
    public IReadOnlyDictionary<string, IJudge> Judges { get; init; } = System.Collections.Frozen.FrozenDictionary<string, IJudge>.Empty;

    /// <summary>
    /// The secret by which it is drawn which requests judges are asked about; at least 16 bytes are advised. Null for one of the store's,
    /// or of this host's own where it has none. Whoever knows it can foretell what nobody looks at.
    /// </summary>
    public ReadOnlyMemory<byte>? SamplingKey { get; init; }

    /// <summary>What is kept of requests that wait for people, and how long a claim of a reviewer stands.</summary>
    public HeldLimits Held { get; init; } = new();

    /// <summary>The limits of facts in JSON, or null for the default ones.</summary>
    public FactLimits? Limits { get; init; }
}
