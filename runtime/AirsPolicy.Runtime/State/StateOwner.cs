namespace AirsPolicy.Runtime.State;

/// <summary>With whose end the keys of an aggregate or limit are forgotten. Those with a window go by themselves.</summary>
public enum StateOwner
{
    /// <summary>With nobody's.</summary>
    None,

    /// <summary>With that of the session that is the first value of the key.</summary>
    Session,

    /// <summary>With that of the run that is the first value of the key.</summary>
    Run,
}
