// The plugin generates all of this target. GeneratedByPluginTests compares it with Generated/.
