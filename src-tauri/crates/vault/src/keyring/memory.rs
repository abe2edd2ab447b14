//! A keyring for tests: in memory, with troubles on request.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::{Keyring, KeyringTrouble};
use crate::SecretString;

/// A keyring that forgets everything when it goes.
#[derive(Default)]
pub struct MemoryKeyring {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    secrets: BTreeMap<String, SecretString>,
    troubles: VecDeque<Option<KeyringTrouble>>,
    down: Option<KeyringTrouble>,
    is_forgetful: bool,
}

impl MemoryKeyring {
    /// An empty keyring.
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers every question with this trouble from now on; `None`: works again.
    pub fn go_down(&self, trouble: Option<KeyringTrouble>) {
        self.inner().down = trouble;
    }

    /// Answers the question after `others` more questions with this trouble, once.
    pub fn fail_once_after(&self, others: usize, trouble: KeyringTrouble) {
        let troubles = &mut self.inner().troubles;
        troubles.extend(std::iter::repeat_n(None, others));
        troubles.push_back(Some(trouble));
    }

    /// Takes secrets from now on and does not keep them.
    pub fn become_forgetful(&self) {
        self.inner().is_forgetful = true;
    }

    /// Loses everything, as a deleted keyring file does.
    pub fn lose_all(&self) {
        self.inner().secrets.clear();
    }

    /// Puts this text in the place of every secret.
    pub fn garble(&self, text: &str) {
        for secret in self.inner().secrets.values_mut() {
            *secret = SecretString::from(text);
        }
    }

    /// How many secrets there are.
    pub fn len(&self) -> usize {
        self.inner().secrets.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ask(&self) -> Result<MutexGuard<'_, Inner>, KeyringTrouble> {
        let mut inner = self.inner();
        let trouble = inner.troubles.pop_front().flatten();
        trouble.or(inner.down).map_or(Ok(inner), Err)
    }
}

impl Keyring for MemoryKeyring {
    fn get(&self, name: &str) -> Result<Option<SecretString>, KeyringTrouble> {
        Ok(self.ask()?.secrets.get(name).cloned())
    }

    fn set(&self, name: &str, secret: &SecretString) -> Result<(), KeyringTrouble> {
        let mut inner = self.ask()?;
        if !inner.is_forgetful {
            inner.secrets.insert(name.to_owned(), secret.clone());
        }
        Ok(())
    }

    fn forget(&self, name: &str) -> Result<(), KeyringTrouble> {
        self.ask()?.secrets.remove(name);
        Ok(())
    }
}
