//! The keys of this installation: one random secret in the data folder, from which the key for pseudonyms and the
//! key for secrets at rest are derived. Lost with the folder; carried by `vigie backup`.

use crate::error::StoreError;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use std::path::Path;

/// Name of the key file.
pub const KEY_FILE: &str = "key";

/// Derived keys. Never printed.
#[derive(Clone)]
pub struct Secrets {
    pseudonym: [u8; 32],
    seal: [u8; 32],
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(…)")
    }
}

impl Secrets {
    /// Reads the key file, or makes it on first start (readable by its owner only).
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(KEY_FILE);
        let failed = |reason| StoreError::Folder { path: path.display().to_string(), reason };
        let root = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                let fresh = random::<32>()?;
                write_private(&path, &fresh).map_err(failed)?;
                fresh.to_vec()
            }
            Err(e) => return Err(failed(e)),
        };
        if root.len() != 32 {
            return Err(StoreError::Damaged {
                what: "key file",
                reason: format!("{} bytes instead of 32", root.len()),
            });
        }
        Ok(Self {
            pseudonym: blake3::derive_key("vigie pseudonyms 1", &root),
            seal: blake3::derive_key("vigie secrets at rest 1", &root),
        })
    }

    /// Puts the key of a backup in the place of this folder's.
    pub(crate) fn replace(folder: &Path, root: &[u8]) -> Result<(), StoreError> {
        let (path, fresh) = (folder.join(KEY_FILE), folder.join("key.new"));
        let failed = |reason| StoreError::Folder { path: path.display().to_string(), reason };
        match std::fs::remove_file(&fresh) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(failed(e)),
            _ => {}
        }
        write_private(&fresh, root).and_then(|()| std::fs::rename(&fresh, &path)).map_err(failed)
    }

    /// The pseudonym of a person of the community within one client: unlinkable across clients.
    pub fn pseudonym(&self, client: model::ClientId, native: &str) -> [u8; 16] {
        let mut hasher = blake3::Hasher::new_keyed(&self.pseudonym);
        hasher.update(&client.0.to_le_bytes());
        hasher.update(native.as_bytes());
        let mut key = [0; 16];
        hasher.finalize_xof().fill(&mut key);
        key
    }

    /// Seals a secret for storage: 24 bytes of nonce, then the ciphertext.
    pub fn seal(&self, secret: &[u8]) -> Result<Vec<u8>, StoreError> {
        let nonce = random::<24>()?;
        let sealed = XChaCha20Poly1305::new(&self.seal.into())
            .encrypt(&XNonce::from(nonce), secret)
            .map_err(|e| StoreError::Damaged { what: "secret", reason: e.to_string() })?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what `seal` made.
    pub fn unseal(&self, sealed: &[u8]) -> Result<Vec<u8>, StoreError> {
        let damaged = |reason: String| StoreError::Damaged { what: "secret", reason };
        let (nonce, rest) = sealed.split_first_chunk::<24>().ok_or_else(|| damaged("too short".to_owned()))?;
        XChaCha20Poly1305::new(&self.seal.into())
            .decrypt(&XNonce::from(*nonce), rest)
            .map_err(|e| damaged(e.to_string()))
    }
}

/// Random bytes from the machine.
pub fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| StoreError::Chance(e.to_string()))?;
    Ok(bytes)
}

#[cfg(unix)]
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(not(unix))]
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::write(path, bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use model::ClientId;

    #[test]
    fn a_sealed_secret_opens_again_and_only_with_the_same_key() {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (one, other) = (Secrets::open(here.path()).unwrap(), Secrets::open(there.path()).unwrap());
        let sealed = one.seal(b"token").unwrap();
        assert_eq!(one.unseal(&sealed).unwrap(), b"token");
        assert!(other.unseal(&sealed).is_err());
        assert_eq!(Secrets::open(here.path()).unwrap().unseal(&sealed).unwrap(), b"token");
    }

    #[test]
    fn pseudonyms_differ_between_clients() {
        let here = tempfile::tempdir().unwrap();
        let secrets = Secrets::open(here.path()).unwrap();
        assert_eq!(secrets.pseudonym(ClientId(1), "a"), secrets.pseudonym(ClientId(1), "a"));
        assert_ne!(secrets.pseudonym(ClientId(1), "a"), secrets.pseudonym(ClientId(2), "a"));
    }
}
