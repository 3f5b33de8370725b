namespace MediaOps.Runtime;

/// <summary>Whether the state that is remembered can be believed.</summary>
internal enum StateTrust
{
    Known,

    /// <summary>The state may be another one: something failed or was refused since it was read.</summary>
    Stale,
    Gone,
}

/// <summary>
/// What an entity object remembers of its entity. Immutable: what happens gives another one, which takes the place of this one as a whole, so that readers on other threads never see
/// half of a change.
/// </summary>
/// <param name="Snapshot">As the service told it last.</param>
/// <param name="Edits">The caller's copy; null where nothing was edited.</param>
/// <param name="Base">What the copy was made of, or what was sent of it last: an update sends the difference, so that it never undoes what others have changed.</param>
/// <param name="Accepted">What an update has sent whose end is not known yet; null for none.</param>
/// <param name="Presumed">The state's text where it is presumed; null where the snapshot tells it.</param>
/// <param name="Trust">Whether the state can be believed.</param>
/// <param name="Asked">The number of the request that the snapshot answers.</param>
/// <param name="Sends">Counts what was sent or learnt beside reads: an answer that was asked for before does not undo it.</param>
/// <param name="Parent">The parent's entity object; null until it is asked for.</param>
internal sealed record EntityMemory<TData>(TData Snapshot, TData? Edits, TData? Base, TData? Accepted, string? Presumed, StateTrust Trust, int Asked, int Sends, object? Parent)
    where TData : class, IEntityData<TData>
{
    private static readonly StateDefinition NamelessGone = new("Gone", "", StateKind.Gone);

    /// <summary>Of what was just read, or made up to be edited.</summary>
    public static EntityMemory<TData> Of(TData snapshot) => new(snapshot, Edits: null, Base: null, Accepted: null, Presumed: null, StateTrust.Known, Asked: 0, Sends: 0, Parent: null);

    /// <summary>The state in the service's words; that of an entity which does not exist any more is the schema's.</summary>
    public string? StateText(EntityDefinition definition) => Trust == StateTrust.Gone ? definition.Gone()?.Wire : Presumed ?? Snapshot.StateText;

    /// <summary>The state; null where none is known, or none that the schema knows.</summary>
    public StateDefinition? State(EntityDefinition definition) => Trust switch
    {
        StateTrust.Gone => definition.Gone() ?? NamelessGone,
        StateTrust.Stale => null,
        _ => definition.ByWire(Presumed ?? Snapshot.StateText),
    };

    /// <summary>With a copy for edits.</summary>
    public EntityMemory<TData> Edited() => this with { Edits = Snapshot.Clone(), Base = Snapshot };

    /// <summary>Without edits, and without what was read of others: the caller wants the entity anew.</summary>
    public EntityMemory<TData> Refreshed() => this with { Edits = null, Base = null, Accepted = null, Parent = null };

    /// <summary>After a read. It keeps edits that are still to be sent; what was sent meanwhile stays presumed, for the answer may be older.</summary>
    /// <param name="told">What was read.</param>
    /// <param name="asked">The number of the request.</param>
    /// <param name="sends">What was counted when it was made.</param>
    /// <param name="members">The members that an update can send.</param>
    public EntityMemory<TData> Read(TData told, int asked, int sends, EntityMember<TData>[] members)
    {
        if (asked < Asked)
        {
            // An answer that was slower on the way does not undo one that was asked for later.
            return this;
        }

        bool keeps = Edits is not null && Unsent(Edits, members).Count > 0;
        EntityMemory<TData> read = this with { Snapshot = told, Asked = asked, Edits = keeps ? Edits : null, Base = keeps ? Base : null, Accepted = keeps ? Accepted : null };
        return Sends == sends ? read with { Presumed = null, Trust = StateTrust.Known } : read;
    }

    /// <summary>With a state that nobody has read; null where it is not known.</summary>
    public EntityMemory<TData> Presuming(string? wire) => this with { Presumed = wire, Trust = wire is null ? StateTrust.Stale : StateTrust.Known, Sends = Sends + 1 };

    /// <summary>With a state that must be read before it is believed.</summary>
    public EntityMemory<TData> Distrusted() => this with { Presumed = null, Trust = Trust == StateTrust.Gone ? StateTrust.Gone : StateTrust.Stale, Sends = Sends + 1 };

    /// <summary>Of an entity that does not exist any more.</summary>
    public EntityMemory<TData> Vanished() => this with { Presumed = null, Trust = StateTrust.Gone, Sends = Sends + 1 };

    /// <summary>After an update that the service has accepted or done: what was edited since then, and only that, is still to be sent.</summary>
    public EntityMemory<TData> Sent(SentEdits<TData> sent, bool isDone)
        => !ReferenceEquals(Edits, sent.Edits) ? this
            : isDone ? this with { Base = sent.Copy, Accepted = null }
            : this with { Accepted = sent.Copy };

    /// <summary>What an update has to send. While another one is on its way a member may have the value from before or the one that was sent: what differs from either is sent.</summary>
    /// <param name="edits">The edits, or a copy of them.</param>
    /// <param name="members">The members that an update can send.</param>
    public List<UpdateDiff.Change<TData>> Unsent(TData edits, EntityMember<TData>[] members)
    {
        List<UpdateDiff.Change<TData>> changes = UpdateDiff.Between(members, Base!, edits);
        return Accepted is not { } accepted
            ? changes
            : [.. changes, .. UpdateDiff.Between(members, accepted, edits).Where(change => !changes.Exists(known => ReferenceEquals(known.Member, change.Member)))];
    }
}
