namespace AirsPolicy.Language.Analysis.Facts;

/// <summary>Who gives a fact.</summary>
/// <param name="Kind">Who.</param>
/// <param name="Name">The provider, classifier or judge; null for others.</param>
/// <param name="Within">How long a provider may take, in ticks of 100 ns; null where the policy sets no time.</param>
internal sealed record FactSupplier(FactSupplierKind Kind, string? Name = null, long? Within = null)
{
    /// <summary>
    /// The request need not hold it: the host puts it there itself, or has it put there by <c>ClassifyAsync</c> and <c>JudgeAsync</c>.
    /// </summary>
    public bool IsOfRuntime => Kind is FactSupplierKind.Runtime or FactSupplierKind.Classifier or FactSupplierKind.Judge;
}

/// <summary>Who gives facts.</summary>
internal enum FactSupplierKind
{
    /// <summary>Every host, with each request.</summary>
    EveryHost = 0,

    /// <summary>Only hosts that know of it. A policy that needs it binds its host to give it.</summary>
    SomeHosts,

    /// <summary>The application that the policy is written for.</summary>
    Application,

    /// <summary>A provider that the host binds.</summary>
    Provider,

    /// <summary>A classifier that the host binds and <c>PolicyHost.ClassifyAsync</c> asks.</summary>
    Classifier,

    /// <summary>A judge that the host binds and <c>PolicyHost.JudgeAsync</c> asks.</summary>
    Judge,

    /// <summary>The runtime, whatever the request says of it.</summary>
    Runtime,
}
