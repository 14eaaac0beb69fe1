namespace AirsPolicy.Runtime.Delegation;

/// <summary>Why work is not handed on.</summary>
public enum DelegationRefusal
{
    /// <summary>An agent of the chain, or the one that is to take the work, is not declared; or the chain is empty.</summary>
    UnknownAgent,

    /// <summary>The agent may not hand work to this one.</summary>
    PairNotAllowed,

    /// <summary>The agent that is to take the work stands in the chain already.</summary>
    Cycle,

    /// <summary>The chain would be deeper than one of its agents allows.</summary>
    TooDeep,

    /// <summary>
    /// A part of the scope that is asked for does not compare with that of the chain: another kind of value, or another currency.
    /// </summary>
    ScopeMisfit,

    /// <summary>The scope would lack a part that is required.</summary>
    ScopeMissing,
}
